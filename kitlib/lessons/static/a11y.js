/* Repairs what ipywidgets leave out for screen readers and the keyboard: names, states, values.

   A control takes its name from its description, else its tooltip, else the .kit-label before it. */
(() => {
  const page = document.querySelector("[data-lesson]");
  const words = page.dataset;
  const clean = (text) => (text || "").replace(/[\u200b\s]+/g, " ").trim();
  const each = (selector, repair) => page.querySelectorAll(selector).forEach(repair);
  const set = (node, name, value) => { if (value && node.getAttribute(name) !== value) node.setAttribute(name, value); };

  function labelBefore(node) {
    for (let at = node; at && at !== page; at = at.parentElement) {
      for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
        if (before.matches(".kit-label")) return clean(before.textContent);
      }
      if (at.matches(".kit-control, .experiment")) return "";
    }
    return "";
  }

  function nameOf(node) {
    const widget = node.closest(".jupyter-widgets, .widget-hslider, .widget-radio, .widget-toggle-buttons") || node;
    const label = widget.querySelector(":scope > .widget-label");
    return clean(label?.textContent) || clean(label?.title) || clean(widget.title) || labelBefore(widget);
  }

  function named(node) {
    return node.labels?.length && clean(node.labels[0].textContent) && node.labels[0].style.display !== "none";
  }

  function slider(handle) {
    const widget = handle.closest(".widget-slider");
    const two = widget.querySelectorAll("[role=slider]").length > 1;
    const part = two ? (handle.dataset.handle === "0" ? words.from : words.to) : "";
    const readout = widget.querySelector(".widget-readout");
    const seen = readout && readout.style.display !== "none" ? clean(readout.textContent) : "";
    set(handle, "aria-label", clean(`${nameOf(handle)} ${part}`));
    if (!two) set(handle, "aria-valuetext", seen || labelBefore(widget) || nameOf(handle));
  }

  function progress(bar) {
    set(bar, "role", "progressbar");
    set(bar, "aria-label", nameOf(bar));
    const share = parseFloat(bar.firstElementChild.style.width || bar.firstElementChild.style.height);
    set(bar, "aria-valuenow", String(Math.round(share || 0)));
  }

  function group(node, role) {
    set(node, "role", role);
    set(node, "aria-label", nameOf(node));
  }

  /* Radio buttons of one question belong together: one Tab stop, arrow keys within. */
  let groups = 0;
  function oneName(box) {
    const inputs = [...box.querySelectorAll("input")];
    const name = inputs.find((input) => input.name)?.name || `kit-${(groups += 1)}`;
    inputs.forEach((input) => set(input, "name", name));
  }

  /* The part that stays is the live region; what changes inside is read out. */
  function said(node) {
    const content = node.matches(".widget-html-content") ? node : node.querySelector(".widget-html-content");
    if (content) set(content, "role", "status");
  }

  /* ipywidgets writes the number of files behind the words of an upload button. */
  function upload(button) {
    for (const part of button.childNodes) {
      if (part.nodeType === Node.TEXT_NODE && / \(0\)$/.test(part.data)) part.data = part.data.replace(/ \(0\)$/, "");
    }
  }

  /* A pressed button that disappears takes the focus with it: go on where its experiment goes on.
     Parts of one change come one after the other, and the browser lets go of a hidden button late: wait for both. */
  let pressed;
  page.addEventListener("click", (event) => { pressed = event.target.closest("button"); });
  function keepFocus() {
    if (!pressed || pressed.checkVisibility()) return;
    if (![document.body, pressed].includes(document.activeElement)) return;
    const place = pressed.closest(".kit-app")?.querySelector(".kit-kept");
    if (!place?.checkVisibility()) return;
    pressed = null;
    place.setAttribute("tabindex", "-1");
    place.focus({ preventScroll: true });
  }

  function icon(button) {
    if (clean(button.textContent)) return;
    const kind = ["play", "pause", "stop", "retweet"].find((name) => button.querySelector(`.fa-${name}`));
    const own = button.closest(".widget-play") ? clean(`${nameOf(button)} ${words[kind] || ""}`) : clean(button.title);
    set(button, "aria-label", own || labelBefore(button));
  }

  function fold(header) {
    set(header, "role", "button");
    set(header, "tabindex", "0");
    set(header, "aria-expanded", String(!header.nextElementSibling.classList.contains("lm-mod-hidden")));
  }

  function repair() {
    each('[title="null"]', (node) => node.removeAttribute("title"));
    each("[tabbable]", (node) => node.removeAttribute("tabbable"));
    each(".widget-slider [role=slider]", slider);
    each(".widget-slider .widget-readout", (node) => group(node, "textbox"));
    each(".progress", progress);
    each(".widget-radio-box", (node) => { group(node, "radiogroup"); oneName(node); });
    each(".kit-said", said);
    each(".widget-upload", upload);
    each(".widget-toggle-buttons > div", (node) => group(node, "group"));
    each(".widget-toggle-button", (node) => set(node, "aria-pressed", String(node.classList.contains("mod-active"))));
    each(".experiment input, .experiment select, .experiment textarea", (node) => {
      if (!named(node)) set(node, "aria-label", nameOf(node));
    });
    each(".widget-colorpicker input", (node) => set(node, "aria-label", nameOf(node.closest(".widget-colorpicker"))));
    each("button.jupyter-button", icon);
    each("i.fa", (node) => set(node, "aria-hidden", "true"));
    each(".jupyter-widget-Collapse-header", fold);
    each(".experiment [role=tab]", (node) => set(node, "tabindex", "0"));
    keepFocus();
  }

  /* Headers of accordions and tabs listen to the mouse only. */
  page.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    const target = event.target.closest(".jupyter-widget-Collapse-header, .experiment [role=tab]");
    if (!target) return;
    event.preventDefault();
    for (const kind of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]) {
      const { left, top } = target.getBoundingClientRect();
      target.dispatchEvent(new MouseEvent(kind, { bubbles: true, clientX: left + 5, clientY: top + 5 }));
    }
  });

  let planned = false;
  new MutationObserver(() => {
    if (planned) return;
    planned = true;
    requestAnimationFrame(() => { planned = false; repair(); });
  }).observe(page, {
    subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: ["title", "class", "style", "aria-valuetext"],
  });
})();
