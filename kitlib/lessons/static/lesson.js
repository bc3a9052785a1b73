/* Connects the page to its session on the server and puts each experiment in its place. Needs the widget manager. */
(() => {
  const page = document.querySelector("[data-lesson]");
  const show = (id, visible = true) => { document.getElementById(id).hidden = !visible; };
  const uuid = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
  const id = uuid();
  let kernel, manager, leaving = false, wasConnected = false;

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

  function watchConnection() {
    kernel.connectionStatusChanged.connect((_, status) => {
      const now = status || kernel.connectionStatus;
      if (leaving) return;
      if (now === "connected") connected().catch(console.error);
      else if (now === "disconnected") end();
      else if (wasConnected) show("connection");
    });
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

  /* A message larger than the server accepts would be dropped without a word. */
  function watchUploads() {
    page.addEventListener("change", (event) => {
      if (event.target.type !== "file") return;
      const size = Array.from(event.target.files).reduce((sum, file) => sum + file.size, 0);
      const large = size > page.dataset.limit * 1e6;
      show("too-large", large);
      if (!large) return;
      event.target.value = "";
      event.stopImmediatePropagation();
    }, true);
  }

  /* Leaving frees the session; a page the browser kept in memory comes back without one. */
  window.addEventListener("pagehide", () => {
    leaving = true;
    kernel?.dispose();
    navigator.sendBeacon(`/leave/${id}`);
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  async function start() {
    kernel = await solara.connectKernel(`${location.origin}/jupyter`, id);
    const rendermime = new solara.RenderMimeRegistry({ initialFactories: solara.extendedRendererFactories });
    manager = new solara.WidgetManager(surroundings(kernel), rendermime, { saveState: false });
    watchConnection();
    watchWork();
    watchUploads();
    open(false);
  }

  start().catch((problem) => { console.error(problem); end(); });
})();
