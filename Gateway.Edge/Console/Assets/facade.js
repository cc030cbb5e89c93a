// The calibration page: holds the facade that is being drawn, asks the server what it thinks of it, and saves it. All judgement is the server's.
(function () {
  "use strict";

  const root = document.getElementById("facade");
  if (!root) { return; }

  const words = root.dataset;
  const size = { width: Number(words.width), height: Number(words.height) };
  const address = "/facades/" + encodeURIComponent(words.device);
  const byId = (id) => document.getElementById(id);
  const fill = (text, value) => text.replace("{0}", String(value));
  const percent = (value) => Number((value * 100).toFixed(2));
  const FIELDS = ["floors", "floorHeight", "columns", "placement.tilt", "placement.height", "placement.distance", "placement.fieldOfView"];

  const facade = window.FacadeSection.read(JSON.parse(words.section), size);
  const section = () => window.FacadeSection.write(facade);
  let answer = { faults: [], floors: [], fill: [], lines: [], columns: [], fit: null };
  let mode = "lines";
  let open = null; // the polygon whose corners are being tapped
  let print = words.print;
  let dirty = false;
  let stale = true; // the answer is not yet about what is drawn now
  let asked = 0;
  let timer = 0;

  const polygonOf = (kind) => kind === "region" ? facade.region : facade.ignore[Number(kind.split(".")[1])].region;

  const drawing = window.FacadeDrawing(byId("stage"), size, {
    grab: function (kind, index) { if (kind === "line" && facade.lines[index].suggested) { facade.lines[index].suggested = false; changed(); } },
    move: function (kind, index, point, by) {
      const target = kind === "line" ? facade.lines[index] : polygonOf(kind)[index];
      if (!target) { return; }
      if (kind !== "line") { target.x = drawing.clamp(point ? point.x : target.x + by.x); }
      target.y = drawing.clamp(point ? point.y : target.y + by.y);
      target.suggested = false;
      changed();
    },
    insert: function (kind, index, point) { polygonOf(kind).splice(index + 1, 0, point); changed(); },
    remove: remove,
    tap: function (point) {
      if (open) {
        polygonOf(open).push(point);
        changed();
      } else if (mode === "lines" && facade.method === "floorLines") {
        addLine(point.y);
      }
    },
  });

  const fields = window.FacadeRows(words, changed);

  function remove(kind, index) {
    if (kind === "line") { facade.lines.splice(index, 1); } else { polygonOf(kind).splice(index, 1); }
    facade.ignore = facade.ignore.filter((area) => area.region.length > 0);
    changed();
  }

  // The number is a guess to be put right: the nearest floor of the fit, or the one above the line below.
  function guess(y) {
    const known = new Set(facade.lines.filter((line) => !line.suggested).map((line) => line.floor));
    const near = answer.fill.filter((line) => !known.has(line.floor)).sort((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y))[0];
    if (near) { return near.floor; }
    const below = facade.lines.filter((line) => line.y > y && line.floor).sort((a, b) => a.y - b.y)[0];
    const above = facade.lines.filter((line) => line.y <= y && line.floor).sort((a, b) => b.y - a.y)[0];
    return below ? below.floor + 1 : above ? Math.max(1, above.floor - 1) : 2;
  }

  // Lines that were filled in count once somebody has touched them: until then the server hears nothing of them.
  const pathOf = (line) => line.suggested
    ? "suggested[" + facade.lines.indexOf(line) + "]" : "floorLines[" + facade.lines.filter((other) => !other.suggested).indexOf(line) + "]";

  function addLine(y) {
    const line = { floor: guess(y), y: y, suggested: false };
    facade.lines = facade.lines.filter((other) => !(other.suggested && other.floor === line.floor));
    facade.lines.push(line);
    facade.lines.sort((a, b) => a.y - b.y);
    changed();
    const input = byId("lines").querySelector("[data-path='" + pathOf(line) + ".floor']");
    input.focus({ preventScroll: true });
    input.select();
  }

  function cornerRows(holder, path, kind, corners) {
    corners.forEach((corner, index) => {
      const label = fill(words.corner, index + 1);
      const at = path + "[" + index + "]";
      const share = (name, text) => fields.input(at + "." + name, percent(corner[name]), label + " " + text, 0.1, (value) => { polygonOf(kind)[index][name] = drawing.clamp((value || 0) / 100); });
      holder.appendChild(fields.row(at, [share("x", words.across), share("y", words.down)], label + " " + words.remove, () => remove(kind, index)));
    });
  }

  function cornerValue(element) {
    const [, area, index, name] = /^(?:ignore\[(\d+)\]\.)?region\[(\d+)\]\.(x|y)$/.exec(element.dataset.path);
    return percent((area === undefined ? facade.region : facade.ignore[Number(area)].region)[Number(index)][name]);
  }

  function showRows() {
    fields.follow(byId("lines"), String(facade.lines.length), (holder) => facade.lines.forEach((line, index) => {
      const off = document.createElement("span");
      off.className = "gateway-off";
      const taken = (change) => (value) => { change(facade.lines[index], value); facade.lines[index].suggested = false; };
      holder.appendChild(fields.row("", [
        fields.input("floor", line.floor, words.floor, 1, taken((one, value) => { one.floor = value; })),
        fields.input("y", percent(line.y), words.row, 0.1, taken((one, value) => { one.y = drawing.clamp((value || 0) / 100); })), off,
      ], words.remove + " " + (index + 1), () => remove("line", index)));
    }), (element) => {
      const line = facade.lines[Array.from(byId("lines").children).indexOf(element.parentElement)];
      return element.dataset.path.endsWith(".y") ? percent(line.y) : line.floor;
    });
    Array.from(byId("lines").children).forEach((row, index) => {
      const path = pathOf(facade.lines[index]);
      const [floor, y] = row.querySelectorAll("input");
      floor.dataset.path = path + ".floor";
      y.dataset.path = path + ".y";
      row.querySelector("[data-fault]").dataset.fault = path;
      const off = facade.lines[index].suggested ? null : answer.lines.find((one) => one.floor === facade.lines[index].floor);
      const pixels = off ? Number(off.pixels.toFixed(1)) : 0;
      row.querySelector(".gateway-off").textContent = facade.lines[index].suggested ? words.unchecked
        : off ? (pixels > 0 ? "+" : "") + (pixels === 0 ? "0" : pixels.toFixed(1)) + " px" : "";
    });
    fields.follow(byId("region"), String(facade.region.length), (holder) => cornerRows(holder, "region", "region", facade.region), cornerValue);
    fields.follow(byId("ignore"), facade.ignore.map((area) => area.region.length).join(), (holder) => facade.ignore.forEach((area, index) => {
      holder.appendChild(document.createElement("strong")).textContent = fill(words.area, index + 1);
      const fault = holder.appendChild(Object.assign(document.createElement("p"), { className: "gateway-field-fault", hidden: true }));
      fault.dataset.fault = "ignore[" + index + "]";
      cornerRows(holder, "ignore[" + index + "].region", "ignore." + index, area.region);
    }), cornerValue);
  }

  function showTools() {
    const placed = facade.method === "placement";
    byId("lines-part").hidden = placed;
    byId("placement-part").hidden = !placed;
    byId("draw-anew").hidden = mode !== "region" || open !== null;
    byId("add-area").hidden = mode !== "ignore" || open !== null;
    byId("drawn").hidden = open === null;
    byId("fill-lines").disabled = missing().length === 0;
    const hint = open ? words.hintDrawing : mode === "region" ? words.hintRegion : mode === "ignore" ? words.hintIgnore : placed ? words.hintPlaced : words.hintLines;
    if (byId("hint").textContent !== hint) { byId("hint").textContent = hint; }
  }

  function show() {
    showRows();
    showTools();
    drawing.draw({
      columns: answer.columns, floors: answer.floors, region: facade.region, ignore: facade.ignore, mode: mode, open: open,
      lines: facade.method === "placement" ? [] : facade.lines,
      words: {
        corner: (index) => fill(words.corner, index + 1), insert: (index) => fill(words.insert, index + 1), line: (line) => fill(words.line, line.floor || "?") + (line.suggested ? ", " + words.unchecked : ""),
        floor: (floor) => floor > facade.floors ? words.roof : String(floor),
      },
    });
  }

  function missing() {
    if (stale) { return []; }
    const known = new Set(facade.lines.map((line) => line.floor));
    const ys = facade.region.map((corner) => corner.y);
    return answer.fill.filter((line) => !known.has(line.floor) && line.y >= Math.min(...ys) && line.y <= Math.max(...ys));
  }

  function changed() {
    dirty = true;
    stale = true;
    byId("save").disabled = true;
    show();
    clearTimeout(timer);
    timer = setTimeout(check, 200);
  }

  function showFault(fault) {
    const field = root.querySelector("[data-path='" + fault.path + "']");
    if (field) { field.setAttribute("aria-invalid", "true"); field.classList.add("is-invalid"); }
    let path = fault.path;
    let place = root.querySelector("[data-fault='" + path + "']");
    while (!place) {
      path = path.replace(/(\.?[^.[\]]+|\[\d+\])$/, "");
      place = root.querySelector("[data-fault='" + path + "']");
    }
    place.textContent = (place.hidden ? "" : place.textContent + " ") + (path === "" && fault.path !== "" ? fault.path + ": " : "") + fault.text;
    place.hidden = false;
    if (place.closest("details")) { place.closest("details").open = true; }
  }

  function showAnswer() {
    stale = false;
    root.querySelectorAll("[data-fault]").forEach((place) => { place.hidden = true; place.textContent = ""; });
    root.querySelectorAll("[aria-invalid]").forEach((field) => { field.removeAttribute("aria-invalid"); field.classList.remove("is-invalid"); });
    answer.faults.forEach(showFault);
    byId("fit").innerHTML = answer.fit || ""; // rendered by the server
    byId("no-fit").hidden = answer.fit !== null;
    byId("save").disabled = answer.faults.length > 0 || !dirty;
    show();
  }

  function post(path, body) {
    return fetch(address + path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "RequestVerificationToken": root.querySelector("#facade-form [name=__RequestVerificationToken]").value, "HX-Request": "true" },
      body: JSON.stringify(body),
    });
  }

  function say(text, tone) {
    const line = Object.assign(document.createElement("div"), { className: "alert " + tone, textContent: text });
    byId("outcome").replaceChildren(...(text ? [line] : []));
  }

  async function check() {
    const mine = ++asked;
    try {
      const response = await post("/check", { facade: section() });
      if (mine !== asked) { return; }
      if (response.status === 401) { say(words.signedOut, "station-fault"); return; }
      if (!response.ok) { say(words.unreachable, "station-fault"); return; }
      answer = await response.json();
      if (mine === asked) { say(dirty ? words.unsaved : "", "station-hint"); showAnswer(); }
    } catch (error) {
      if (mine === asked) { say(words.unreachable, "station-fault"); }
    }
  }

  async function save(event) {
    event.preventDefault();
    if (byId("save").disabled) { return; }
    byId("save").disabled = true;
    say(words.working, "station-hint");
    const sent = JSON.stringify(section());
    try {
      const response = await post("/save", { facade: section(), print: print });
      const outcome = response.status === 401 ? { saved: false, text: words.signedOut } : await response.json();
      const same = sent === JSON.stringify(section());
      if (outcome.saved) { print = outcome.print; dirty = !same; }
      say(outcome.text, outcome.saved ? "station-good" : "station-fault");
      byId("snippet-part").hidden = !outcome.snippet;
      byId("snippet").value = outcome.snippet || "";
      byId("save").disabled = !dirty;
    } catch (error) {
      say(words.unreachable, "station-fault");
      byId("save").disabled = false;
    }
  }

  const picture = document.createElementNS("http://www.w3.org/2000/svg", "image");
  picture.setAttribute("width", String(size.width));
  picture.setAttribute("height", String(size.height));
  picture.setAttribute("preserveAspectRatio", "none");
  picture.addEventListener("load", () => { byId("no-picture").hidden = true; byId("stage").dataset.picture = "shown"; });
  picture.addEventListener("error", () => { byId("no-picture").hidden = false; });
  byId("stage").prepend(picture);
  const newPicture = () => picture.setAttribute("href", address + "/still.jpg?fresh=" + Date.now());

  FIELDS.forEach((path) => {
    const field = root.querySelector("[data-path='" + path + "']");
    const [name, inner] = path.split(".");
    const value = inner ? facade.placement[inner] : facade[name];
    field.value = value === undefined ? "" : String(value);
    field.addEventListener("input", () => {
      const number = field.value === "" ? undefined : Number(field.value);
      if (inner && number === undefined) { delete facade.placement[inner]; } else if (inner) { facade.placement[inner] = number; } else { facade[name] = number; }
      changed();
    });
  });
  root.querySelectorAll("[name=method]").forEach((choice) => {
    choice.checked = choice.value === facade.method;
    choice.addEventListener("change", () => { facade.method = choice.value; changed(); });
  });
  root.querySelectorAll("[name=mode]").forEach((choice) => {
    choice.checked = choice.value === mode;
    choice.addEventListener("change", () => { mode = choice.value; open = null; show(); });
  });
  byId("drawn").addEventListener("click", () => { open = null; show(); });
  document.addEventListener("keydown", (event) => { if (open && event.key === "Enter" && !event.target.closest("button, input")) { byId("drawn").click(); } });
  byId("draw-anew").addEventListener("click", () => { facade.region = []; open = "region"; changed(); });
  byId("add-area").addEventListener("click", () => { facade.ignore.push({ region: [] }); open = "ignore." + (facade.ignore.length - 1); show(); });
  byId("add-line").addEventListener("click", () => {
    const ys = facade.lines.map((line) => line.y);
    addLine(ys.length === 0 ? 0.5 : Math.min(...ys) > 0.08 ? Math.min(...ys) - 0.07 : Math.min(1, Math.max(...ys) + 0.07));
  });
  byId("fill-lines").addEventListener("click", () => {
    facade.lines = facade.lines.concat(missing().map((line) => ({ floor: line.floor, y: line.y, suggested: true }))).sort((a, b) => a.y - b.y);
    show();
  });
  byId("facade-form").addEventListener("submit", save);
  byId("new-picture").addEventListener("click", newPicture);
  byId("copy").addEventListener("click", () => {
    byId("snippet").select();
    const told = () => { byId("copy").textContent = words.copied; };
    // Plain http has no clipboard of its own.
    if (navigator.clipboard) { navigator.clipboard.writeText(byId("snippet").value).then(told, () => {}); } else if (document.execCommand("copy")) { told(); }
  });
  window.addEventListener("beforeunload", (event) => { if (dirty) { event.preventDefault(); } });
  new ResizeObserver(show).observe(byId("stage"));

  newPicture();
  show();
  check();
})();
