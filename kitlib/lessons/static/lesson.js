/* Connects the page to its session on the server and puts each experiment in its place. Needs the widget manager. */
(() => {
  const page = document.querySelector("[data-lesson]");
  const show = (id, visible = true) => { document.getElementById(id).hidden = !visible; };
  const uuid = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
  const id = uuid();
  let kernel, manager, leaving = false, ended = false, wasConnected = false;

  /* The widget manager asks its surroundings for things only JupyterLab has. */
  const silent = { connect: () => {} };
  const surroundings = (kernel) => ({
    sessionContext: { session: { kernel, kernelChanged: silent }, statusChanged: silent, kernelChanged: silent, connectionStatusChanged: silent },
    saveState: silent,
  });

  async function place({ cell, model, html }) {
    const spot = page.querySelector(`[data-cell="${CSS.escape(cell)}"]`);
    if (!spot || spot.dataset.done) return;
    spot.dataset.done = "yes";
    if (!model && !html) return spot.remove();
    spot.replaceChildren();
    if (model) {
      const view = await manager.create_view(await manager.get_model(model));
      await manager.display_view(null, view, { el: spot });
    } else {
      spot.innerHTML = html;
    }
  }

  async function received(result) {
    if (result.cell) await place(result);
    else if (result.ready) show("ready");
    else if (result.lost) end();
    else if (result.failed) show("failed");
  }

  function open(again) {
    const comm = kernel.createComm("kit.lesson", uuid());
    let before = Promise.resolve();
    comm.onMsg = (message) => { before = before.then(() => received(message.content.data)).catch(console.error); };
    comm.open({ lesson: page.dataset.lesson, lang: page.dataset.lang, again });
  }

  function end() {
    ended = true;
    show("connection", false);
    show("lost");
    page.querySelectorAll(".experiment").forEach((spot) => { spot.inert = true; });
  }

  async function connected() {
    show("connection", false);
    if (wasConnected) {
      open(true);
      await manager.fetchAll();
    }
    wasConnected = true;
  }

  /* The kernel's own attempts come further and further apart: too far for a phone that wakes up. */
  function retry() {
    if (leaving || ended || !wasConnected || kernel.connectionStatus === "connected") return;
    kernel.reconnect().catch(() => {});
  }

  function watchConnection() {
    let notice;
    kernel.connectionStatusChanged.connect((_, status) => {
      if (leaving || ended) return;
      if (status === "connected") {
        clearTimeout(notice);
        notice = undefined;
        connected().catch(console.error);
      } else {
        notice ??= setTimeout(() => show("connection"), wasConnected ? 300 : 15000);
      }
    });
    setInterval(retry, 6000);
    document.addEventListener("visibilitychange", () => { if (!document.hidden) retry(); });
  }

  function watchWork() {
    let timer;
    kernel.statusChanged.connect(() => {
      clearTimeout(timer);
      if (kernel.status === "busy") timer = setTimeout(() => show("busy"), 700);
      else show("busy", false);
    });
    page.addEventListener("input", () => show("failed", false));
  }

  /* A message larger than the server accepts would be dropped without a word. The file inputs of ipywidgets are not
     part of the page: they can only be met when its button clicks them. */
  function checkSize(event) {
    const size = Array.from(event.target.files).reduce((sum, file) => sum + file.size, 0);
    const large = size > page.dataset.limit * 1e6;
    show("too-large", large);
    if (!large) return;
    event.target.value = "";
    event.stopImmediatePropagation();
  }

  function watchUploads() {
    const { click } = HTMLInputElement.prototype;
    HTMLInputElement.prototype.click = function clicked() {
      if (this.type === "file") this.addEventListener("change", checkSize, true);
      return click.call(this);
    };
  }

  /* Leaving frees the session; a page the browser kept in memory comes back without one. */
  window.addEventListener("pagehide", () => {
    leaving = true;
    kernel?.dispose();
    navigator.sendBeacon(`/leave/${id}`);
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  /* The list of steps is open where there is room beside the text, and marks the step being read. */
  function watchSteps() {
    const list = page.querySelector(".steps details");
    if (!list) return;
    list.open = matchMedia("(min-width: 68rem)").matches;
    const links = new Map(Array.from(list.querySelectorAll("a"), (link) => [link.hash.slice(1), link]));
    const headings = Array.from(links.keys(), (name) => document.getElementById(name));
    const mark = () => {
      const here = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3).pop();
      links.forEach((link, name) => link.toggleAttribute("aria-current", name === here?.id));
      if (here) links.get(here.id).setAttribute("aria-current", "true");
    };
    mark();
    addEventListener("scroll", mark, { passive: true });
  }

  async function start() {
    kernel = await solara.connectKernel(`${location.origin}/jupyter`, id);
    const rendermime = new solara.RenderMimeRegistry({ initialFactories: solara.extendedRendererFactories });
    manager = new solara.WidgetManager(surroundings(kernel), rendermime, { saveState: false });
    watchConnection();
    watchWork();
    watchUploads();
    open(false);
  }

  watchSteps();
  start().catch((problem) => { console.error(problem); end(); });
})();
