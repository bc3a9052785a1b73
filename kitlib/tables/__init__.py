"""Tables people bring along: bytes nobody has looked at -> rows of text, and what was noticed. Shared by the demos.

Modules are imported one by one, so that a demo that only wants `problem` does not wait for pandas.
"""
