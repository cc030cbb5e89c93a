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
  const round = (value, step) => Math.round(value / step) * step;
  const fraction = (value) => Number(value.toFixed(4));
  const percent = (value) => Number((value * 100).toFixed(2));
  const FIELDS = ["floors", "floorHeight", "columns", "placement.tilt", "placement.height", "placement.distance", "placement.fieldOfView"];

  const facade = read(JSON.parse(words.section));
  let answer = { faults: [], floors: [], fill: [], lines: [], columns: [], fit: null };
  let mode = "lines";
  let open = null; // the polygon whose corners are being tapped
  let print = words.print;
  let dirty = false;
  let stale = true; // the answer is not yet about what is drawn now
  let asked = 0;
  let timer = 0;

  function read(section) {
    const corners = (list) => (Array.isArray(list) ? list : []).map((corner) => ({ x: Number(corner.x) || 0, y: Number(corner.y) || 0 }));
    const placement = Object.assign({}, section.placement);
    if (placement.focalLength) {
      placement.fieldOfView = round(2 * Math.atan(size.height / 2 / placement.focalLength) * 180 / Math.PI, 0.01);
      delete placement.focalLength;
    }
    return {
      region: corners(section.region), ignore: (Array.isArray(section.ignore) ? section.ignore : []).map((area) => ({ region: corners(area.region) })),
      floors: section.floors, floorHeight: section.floorHeight === undefined ? 3 : section.floorHeight, columns: section.columns,
      lines: (Array.isArray(section.floorLines) ? section.floorLines : []).map((line) => ({ floor: line.floor, y: Number(line.y) || 0 })).sort((a, b) => a.y - b.y),
      placement: placement, method: section.placement ? "placement" : "floorLines",
    };
  }

  function section() {
    const corners = (list) => list.map((corner) => ({ x: fraction(corner.x), y: fraction(corner.y) }));
    const made = { region: corners(facade.region) };
    if (facade.ignore.length > 0) { made.ignore = facade.ignore.map((area) => ({ region: corners(area.region) })); }
    ["floors", "floorHeight", "columns"].forEach((name) => { if (facade[name] !== undefined) { made[name] = facade[name]; } });
    if (facade.method === "placement") {
      made.placement = facade.placement;
    } else {
      made.floorLines = facade.lines.map((line) => line.floor === undefined ? { y: fraction(line.y) } : { floor: line.floor, y: fraction(line.y) });
    }
    return made;
  }

  const polygonOf = (kind) => kind === "region" ? facade.region : facade.ignore[Number(kind.split(".")[1])].region;

  const drawing = window.FacadeDrawing(byId("stage"), size, {
    grab: function () { /* The dot has the focus; its row follows. */ },
    move: function (kind, index, point, by) {
      const target = kind === "line" ? facade.lines[index] : polygonOf(kind)[index];
      if (!target) { return; }
      if (kind !== "line") { target.x = drawing.clamp(point ? point.x : target.x + by.x); }
      target.y = drawing.clamp(point ? point.y : target.y + by.y);
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

  function remove(kind, index) {
    if (kind === "line") { facade.lines.splice(index, 1); } else { polygonOf(kind).splice(index, 1); }
    facade.ignore = facade.ignore.filter((area) => area.region.length > 0);
    changed();
  }

  // The number is a guess to be put right: the nearest floor of the fit, or the one above the line below.
  function guess(y) {
    const known = new Set(facade.lines.map((line) => line.floor));
    const near = answer.fill.filter((line) => !known.has(line.floor)).sort((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y))[0];
    if (near) { return near.floor; }
    const below = facade.lines.filter((line) => line.y > y && line.floor).sort((a, b) => a.y - b.y)[0];
    const above = facade.lines.filter((line) => line.y <= y && line.floor).sort((a, b) => b.y - a.y)[0];
    return below ? below.floor + 1 : above ? Math.max(1, above.floor - 1) : 2;
  }

  function addLine(y) {
    const line = { floor: guess(y), y: y };
    facade.lines.push(line);
    facade.lines.sort((a, b) => a.y - b.y);
    changed();
    const input = byId("lines").querySelector("[data-path='floorLines[" + facade.lines.indexOf(line) + "].floor']");
    input.focus({ preventScroll: true });
    input.select();
  }

  function input(path, value, label, step, set) {
    const element = document.createElement("input");
    element.type = "number";
    element.inputMode = step === 1 ? "numeric" : "decimal";
    element.step = String(step);
    element.className = "form-control gateway-act";
    element.setAttribute("aria-label", label);
    element.dataset.path = path;
    element.value = value === undefined ? "" : String(value);
    element.addEventListener("input", () => { set(element.value === "" ? undefined : Number(element.value)); changed(); });
    return element;
  }

  function row(path, parts, removeLabel, drop) {
    const element = document.createElement("div");
    element.className = "gateway-row";
    parts.forEach((part) => element.appendChild(part));
    const button = element.appendChild(document.createElement("button"));
    button.type = "button";
    button.className = "btn btn-icon gateway-act";
    button.textContent = "✕";
    button.title = words.remove;
    button.setAttribute("aria-label", removeLabel);
    button.addEventListener("click", drop);
    const fault = element.appendChild(document.createElement("p"));
    fault.className = "gateway-field-fault";
    fault.dataset.fault = path;
    fault.hidden = true;
    return element;
  }

  function cornerRows(holder, path, kind, corners) {
    corners.forEach((corner, index) => {
      const label = fill(words.corner, index + 1);
      const at = path + "[" + index + "]";
      const share = (name, text) => input(at + "." + name, percent(corner[name]), label + " " + text, 0.1, (value) => { corner[name] = drawing.clamp((value || 0) / 100); });
      holder.appendChild(row(at, [share("x", words.across), share("y", words.down)], label + " " + words.remove, () => remove(kind, index)));
    });
  }

  // Rows are made anew when their number changes; otherwise values follow the drawing, but for the field that somebody types into.
  function rows(holder, shape, build, valueOf) {
    if (holder.dataset.shape !== shape) {
      holder.dataset.shape = shape;
      holder.replaceChildren();
      build(holder);
      return;
    }
    holder.querySelectorAll("input").forEach((element) => {
      const value = valueOf(element.dataset.path);
      if (element !== document.activeElement) { element.value = value === undefined ? "" : String(value); }
    });
  }

  function cornerValue(path) {
    const [, area, index, name] = /^(?:ignore\[(\d+)\]\.)?region\[(\d+)\]\.(x|y)$/.exec(path);
    return percent((area === undefined ? facade.region : facade.ignore[Number(area)].region)[Number(index)][name]);
  }

  function showRows() {
    rows(byId("lines"), facade.lines.map((line) => line.y < 0 ? "" : "l").join("") + facade.lines.length, (holder) => {
      facade.lines.forEach((line, index) => {
        const path = "floorLines[" + index + "]";
        const off = document.createElement("span");
        off.className = "gateway-off";
        off.dataset.line = String(index);
        holder.appendChild(row(path, [
          input(path + ".floor", line.floor, words.floor, 1, (value) => { line.floor = value; }),
          input(path + ".y", percent(line.y), words.row, 0.1, (value) => { line.y = drawing.clamp((value || 0) / 100); }),
          off,
        ], words.remove + " " + (index + 1), () => remove("line", index)));
      });
    }, (path) => {
      const [, index, name] = /^floorLines\[(\d+)\]\.(floor|y)$/.exec(path);
      return name === "y" ? percent(facade.lines[Number(index)].y) : facade.lines[Number(index)].floor;
    });
    rows(byId("region"), String(facade.region.length), (holder) => cornerRows(holder, "region", "region", facade.region), cornerValue);
    rows(byId("ignore"), facade.ignore.map((area) => area.region.length).join(), (holder) => facade.ignore.forEach((area, index) => {
      holder.appendChild(document.createElement("strong")).textContent = fill(words.area, index + 1);
      const fault = holder.appendChild(document.createElement("p"));
      fault.className = "gateway-field-fault";
      fault.dataset.fault = "ignore[" + index + "]";
      fault.hidden = true;
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
        corner: (index) => fill(words.corner, index + 1), insert: (index) => fill(words.insert, index + 1), line: (floor) => fill(words.line, floor || "?"),
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
    root.querySelectorAll("[data-line].gateway-off").forEach((place) => {
      const line = facade.lines[Number(place.dataset.line)];
      const off = answer.lines.find((one) => line && one.floor === line.floor);
      const pixels = off ? Number(off.pixels.toFixed(1)) : 0;
      place.textContent = off ? (pixels > 0 ? "+" : "") + (pixels === 0 ? "0" : pixels.toFixed(1)) + " px" : "";
    });
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
    const line = document.createElement("div");
    line.className = "alert " + tone;
    line.textContent = text;
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
  const done = () => { open = null; show(); };
  byId("drawn").addEventListener("click", done);
  document.addEventListener("keydown", (event) => { if (open && event.key === "Enter" && !event.target.closest("button, input")) { done(); } });
  byId("draw-anew").addEventListener("click", () => { facade.region = []; open = "region"; changed(); });
  byId("add-area").addEventListener("click", () => { facade.ignore.push({ region: [] }); open = "ignore." + (facade.ignore.length - 1); show(); });
  byId("add-line").addEventListener("click", () => {
    const ys = facade.lines.map((line) => line.y);
    addLine(ys.length === 0 ? 0.5 : Math.min(...ys) > 0.08 ? Math.min(...ys) - 0.07 : Math.min(1, Math.max(...ys) + 0.07));
  });
  byId("fill-lines").addEventListener("click", () => {
    facade.lines = facade.lines.concat(missing().map((line) => ({ floor: line.floor, y: line.y }))).sort((a, b) => a.y - b.y);
    changed();
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
