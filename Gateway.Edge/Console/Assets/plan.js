// Placing devices on a plan: dots in fractions of the picture that mice, fingers and arrow keys move, saved as soon as they stand still.
(function () {
  "use strict";

  const root = document.getElementById("plan");
  if (!root) { return; }

  const SLOP = 6; // pixels until a press is a drag
  const PAUSE = 500; // ms after the last key until it is saved

  const words = root.dataset;
  const byId = (id) => document.getElementById(id);
  const stage = byId("stage");
  const { move, remove, nearest, fraction, inside } = window.PlanDots(stage, (device) => rows.get(device), (device) => places.get(device));
  const frame = stage.parentElement;
  const token = root.querySelector("[name=__RequestVerificationToken]").value;
  const clamp = (value) => Math.min(1, Math.max(0, value));
  const fill = (text, ...values) => values.reduce((all, value, index) => all.replace("{" + index + "}", () => String(value)), text);
  const percent = (value) => Number((value * 100).toFixed(1));

  const rows = new Map(Array.from(root.querySelectorAll(".gateway-plan-row")).map((row) => [row.dataset.device, row]));
  const places = new Map(); // device -> { x, y }: what is shown
  const saved = new Map(); // device -> { x, y } or nothing: what the gateway has
  const timers = new Map();
  let picked = null; // the device that the next tap on the plan places
  let grabbed = null;
  let last = null; // { device, place }: what undo brings back
  let queue = Promise.resolve(); // changes reach the gateway in the order in which they were made

  function say(text, fault) {
    byId("outcome").textContent = text;
    byId("outcome").className = "mb-0 " + (fault ? "gateway-field-fault" : "text-secondary");
  }

  function show(device) {
    const place = places.get(device);
    const row = rows.get(device);
    if (!place) {
      remove(device);
    } else {
      move(device, place).setAttribute("aria-label", fill(words.at, row.dataset.name, percent(place.x), percent(place.y)));
    }
    const list = byId(place ? "placed" : "unplaced");
    if (row.parentElement !== list) { list.insertBefore(row, list.querySelector(".station-list-empty")); }
    const pick = row.querySelector(".gateway-plan-pick");
    pick.setAttribute("aria-label", place ? pick.dataset.findLabel : pick.dataset.placeLabel);
  }

  function send(device, place) {
    const address = "/plan/places/" + encodeURIComponent(device) + (place ? "" : "/remove");
    const body = new URLSearchParams({ __RequestVerificationToken: token });
    if (place) { body.set("plan", words.plan); body.set("x", place.x.toFixed(5)); body.set("y", place.y.toFixed(5)); }
    return fetch(address, { method: "POST", headers: { "HX-Request": "true" }, body: body, keepalive: true });
  }

  // Undo goes back to what the gateway had before the last change that it took.
  async function save(device, place) {
    const before = saved.get(device);
    const same = (a, b) => (!a && !b) || (a && b && a.x === b.x && a.y === b.y);
    if (same(before, place)) { return; }
    say(words.working);
    let fault = words.unreachable;
    try {
      const response = await send(device, place);
      if (response.ok) {
        saved.set(device, place);
        last = { device: device, place: before };
        byId("undo").disabled = false;
        const answer = await response.json();
        const name = rows.get(device).dataset.name;
        say((place ? fill(words.at, name, percent(place.x), percent(place.y)) : fill(words.removed, name)) + " · " + answer.text);
        return;
      }
      fault = response.status === 401 || response.status === 403 ? words.signedOut
        : response.status === 503 ? (await response.json()).text : words.refused;
    } catch (error) {
      fault = words.unreachable;
    }
    // What is not saved is not shown either, unless it was moved on meanwhile.
    if (same(places.get(device), place)) {
      if (before) { places.set(device, before); } else { places.delete(device); }
      show(device);
    }
    say(fault, true);
  }

  function keep(device, wait) {
    clearTimeout(timers.get(device));
    const now = () => {
      timers.delete(device);
      const place = places.get(device);
      queue = queue.then(() => save(device, place ? { x: place.x, y: place.y } : undefined));
    };
    if (wait) { timers.set(device, setTimeout(now, wait)); } else { now(); }
  }

  function put(device, x, y, wait) {
    places.set(device, { x: clamp(x), y: clamp(y) });
    show(device);
    if (wait !== null) { keep(device, wait); }
  }

  function take(device) {
    const row = rows.get(device);
    places.delete(device);
    show(device);
    keep(device, 0);
    row.querySelector(".gateway-plan-pick").focus({ preventScroll: true });
  }

  function pick(device) {
    picked = device;
    frame.toggleAttribute("data-picking", device !== null);
    rows.forEach((row, name) => row.querySelector(".gateway-plan-pick").setAttribute("aria-pressed", String(name === device)));
    byId("hint").textContent = device === null ? words.hint : fill(words.picked, rows.get(device).dataset.name);
  }

  // Dragging a dot is not scrolling the page.
  stage.addEventListener("touchstart", (event) => { if (event.target.closest(".gateway-plan-handle")) { event.preventDefault(); } }, { passive: false });

  stage.addEventListener("pointerdown", (event) => {
    if (picked !== null || (event.pointerType === "mouse" && event.button !== 0) || !event.target.closest(".gateway-plan-handle")) { return; }
    const dot = nearest(event);
    event.preventDefault();
    dot.focus({ preventScroll: true });
    const place = places.get(dot.dataset.device);
    const from = fraction(event);
    grabbed = { device: dot.dataset.device, pointer: event.pointerId, dx: place.x - from.x, dy: place.y - from.y, moved: false };
    stage.setPointerCapture(event.pointerId);
  });
  stage.addEventListener("pointermove", (event) => {
    if (!grabbed || event.pointerId !== grabbed.pointer) { return; }
    const at = fraction(event);
    grabbed.moved = true;
    put(grabbed.device, at.x + grabbed.dx, at.y + grabbed.dy, null);
  });
  ["pointerup", "pointercancel"].forEach((name) => stage.addEventListener(name, (event) => {
    if (!grabbed || event.pointerId !== grabbed.pointer) { return; }
    if (grabbed.moved) { keep(grabbed.device, 0); }
    grabbed = null;
  }));
  stage.addEventListener("click", (event) => {
    if (picked === null) { return; }
    const device = picked;
    const at = fraction(event);
    pick(null);
    put(device, at.x, at.y, 0);
    byId("handle-" + device).focus({ preventScroll: true });
  });

  stage.addEventListener("keydown", (event) => {
    const dot = event.target.closest(".gateway-plan-handle");
    if (!dot || event.ctrlKey || event.metaKey || event.altKey) { return; }
    const device = dot.dataset.device;
    const step = event.shiftKey ? 0.001 : 0.01;
    const way = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (way) {
      const place = places.get(device);
      put(device, place.x + way[0], place.y + way[1], PAUSE);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      take(device);
    } else {
      return;
    }
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && picked !== null) { pick(null); } });

  // From the list: a tap picks, a second one puts it in the middle; a mouse may also drag it onto the plan.
  rows.forEach((row, device) => {
    const button = row.querySelector(".gateway-plan-pick");
    let from = null;
    let dragged = false;
    button.addEventListener("pointerdown", (event) => {
      dragged = false;
      from = event.pointerType === "mouse" && event.button === 0 && !places.has(device) ? { x: event.clientX, y: event.clientY } : null;
      if (from) { button.setPointerCapture(event.pointerId); }
    });
    button.addEventListener("pointermove", (event) => {
      if (!from || (!dragged && Math.hypot(event.clientX - from.x, event.clientY - from.y) < SLOP)) { return; }
      dragged = true;
      const at = fraction(event);
      if (inside(at)) {
        places.set(device, at);
        move(device, at);
      } else if (places.delete(device)) {
        remove(device);
      }
    });
    button.addEventListener("pointerup", () => {
      if (dragged && places.has(device)) { pick(null); put(device, places.get(device).x, places.get(device).y, 0); }
      from = null;
    });
    button.addEventListener("pointercancel", () => {
      if (dragged && !saved.has(device)) { places.delete(device); show(device); }
      from = null;
    });
    button.addEventListener("click", () => {
      if (dragged) { dragged = false; return; }
      if (places.has(device)) {
        stage.scrollIntoView({ block: "nearest" });
        byId("handle-" + device).focus({ preventScroll: true });
      } else if (picked === device) {
        pick(null);
        put(device, 0.5, 0.5, 0);
        stage.scrollIntoView({ block: "nearest" });
        byId("handle-" + device).focus({ preventScroll: true });
      } else {
        pick(device);
        stage.scrollIntoView({ block: "nearest" });
      }
    });
    row.querySelector(".gateway-plan-take").addEventListener("click", () => take(device));
    if (row.dataset.x !== undefined && row.dataset.x !== "") {
      const place = { x: Number(row.dataset.x), y: Number(row.dataset.y) };
      places.set(device, place);
      saved.set(device, place);
      show(device);
    }
  });

  byId("undo").addEventListener("click", () => {
    if (!last) { return; }
    const { device, place } = last;
    byId("undo").disabled = true;
    last = null;
    if (place) { places.set(device, place); } else { places.delete(device); }
    show(device);
    keep(device, 0);
  });
  byId("plan-form").addEventListener("submit", (event) => event.preventDefault());
  // Whoever leaves within the pause after the last key has moved it all the same.
  window.addEventListener("pagehide", () => {
    timers.forEach((timer) => clearTimeout(timer));
    timers.clear();
    rows.forEach((row, device) => {
      const [now, kept] = [places.get(device), saved.get(device)];
      if (now?.x !== kept?.x || now?.y !== kept?.y) { send(device, now); }
    });
  });
  root.dataset.ready = "true";
})();
