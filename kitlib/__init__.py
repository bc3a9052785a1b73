"""KI-Erprobungsraum: try out what AI models can and cannot do."""
