// The drawing over a facade's still: shapes in fractions of the picture, dots that fingers, mice and keys move. Knows nothing of forms.
(function () {
  "use strict";

  const NS = "http://www.w3.org/2000/svg";
  const REACH = 22; // half of a thumb's 44 px
  const LABEL = 14;

  // svg: the stage. size: { width, height } of the picture. on: { move(kind, index, point), insert(kind, index, point), remove(kind, index), tap(point), grab(kind, index) }.
  window.FacadeDrawing = function (svg, size, on) {
    const layers = ["columns", "floors", "shapes", "handles"].reduce((all, name) => {
      all[name] = svg.appendChild(document.createElementNS(NS, "g"));
      return all;
    }, {});
    let used = new Set();
    let grabbed = null;
    let wasGrabbed = false;

    const clamp = (value) => Math.min(1, Math.max(0, value));
    const unit = () => size.width / Math.max(1, svg.clientWidth);
    const at = (event) => {
      const box = svg.getBoundingClientRect();
      return { x: clamp((event.clientX - box.left) / box.width), y: clamp((event.clientY - box.top) / box.height) };
    };

    // Elements are kept by name, so that what is being dragged or has the focus stays itself.
    function put(layer, name, tag, attributes, text) {
      const id = "stage-" + name;
      let element = document.getElementById(id);
      if (!element) {
        element = document.createElementNS(NS, tag);
        element.id = id;
        layers[layer].appendChild(element);
      }
      Object.keys(attributes).forEach((key) => element.setAttribute(key, String(attributes[key])));
      if (text !== undefined && element.textContent !== text) { element.textContent = text; }
      used.add(id);
      return element;
    }

    function handle(kind, index, point, label, text, small, suggested) {
      const name = "handle-" + (small ? "insert-" : "") + kind + "-" + index;
      const group = put("handles", name, "g", {
        class: "gateway-handle" + (small ? " gateway-handle-small" : "") + (kind === "line" ? " gateway-handle-line" : "") + (suggested ? " gateway-suggested" : ""), tabindex: 0, role: "button", "aria-label": label,
        transform: "translate(" + point.x * size.width + " " + point.y * size.height + ") scale(" + unit() + ")",
      });
      group.dataset.kind = kind;
      group.dataset.index = index;
      group.dataset.small = small ? "1" : "";
      if (!group.firstChild) {
        const reach = group.appendChild(document.createElementNS(NS, "circle"));
        reach.setAttribute("class", "gateway-reach");
        reach.setAttribute("r", small ? 14 : REACH);
        const dot = group.appendChild(document.createElementNS(NS, "circle"));
        dot.setAttribute("class", "gateway-dot");
        dot.setAttribute("r", small ? 5 : text === undefined ? 8 : 13);
        group.appendChild(document.createElementNS(NS, "text"));
      }
      group.lastChild.textContent = text === undefined ? "" : text;
    }

    const points = (corners) => corners.map((corner) => corner.x * size.width + "," + corner.y * size.height).join(" ");

    function polygon(kind, name, corners, active, open, words) {
      if (corners.length > 1) {
        const way = open || corners.length < 3;
        put("shapes", kind + "-" + name + (way ? "-open" : ""), way ? "polyline" : "polygon", { class: "gateway-shape gateway-shape-" + kind, points: points(corners) });
      }
      if (!active) { return; }
      corners.forEach((corner, index) => {
        handle(name, index, corner, words.corner(index));
        const next = corners[(index + 1) % corners.length];
        if (!open && corners.length > 2) {
          handle(name, index, { x: (corner.x + next.x) / 2, y: (corner.y + next.y) / 2 }, words.insert(index), undefined, true);
        }
      });
    }

    // view: { columns, floors, region, ignore, lines, mode, open, words }; open: name of the polygon whose corners are being tapped.
    function draw(view) {
      used = new Set();
      view.columns.forEach((way, index) => {
        const corners = [];
        for (let i = 0; i < way.length; i += 2) { corners.push({ x: way[i], y: way[i + 1] }); }
        put("columns", "column-" + index, "polyline", { class: "gateway-column", points: points(corners) });
      });
      let last = Infinity;
      view.floors.forEach((line) => {
        const y = line.y * size.height;
        put("floors", "floor-" + line.floor, "line", { class: "gateway-floor", x1: 0, x2: size.width, y1: y, y2: y });
        if (Math.abs(last - y) > LABEL * unit()) {
          put("floors", "floor-label-" + line.floor, "text", {
            class: "gateway-floor-label", x: size.width - 6 * unit(), y: y - 3 * unit(), "font-size": 12 * unit(), "text-anchor": "end",
          }, view.words.floor(line.floor));
          last = y;
        }
      });
      polygon("region", "region", view.region, view.mode === "region", view.open === "region", view.words);
      view.ignore.forEach((area, index) => polygon("ignore", "ignore." + index, area.region, view.mode === "ignore", view.open === "ignore." + index, view.words));
      view.lines.forEach((line, index) => {
        const y = line.y * size.height;
        put("shapes", "line-" + index, "line", { class: "gateway-line" + (line.suggested ? " gateway-line-suggested" : ""), x1: 0, x2: size.width, y1: y, y2: y });
        if (view.mode === "lines") { handle("line", index, { x: 0.07, y: line.y }, view.words.line(line), String(line.floor || "?"), false, line.suggested); }
      });
      Object.values(layers).forEach((layer) => Array.from(layer.children).forEach((child) => { if (!used.has(child.id)) { child.remove(); } }));
    }

    // Dots that stand closer than a thumb is wide cover each other: the nearest one is meant.
    function nearest(event) {
      const away = (dot) => {
        const box = dot.getBoundingClientRect();
        return Math.hypot(box.left + box.width / 2 - event.clientX, box.top + box.height / 2 - event.clientY);
      };
      return Array.from(layers.handles.children).sort((a, b) => away(a) - away(b))[0];
    }

    // Dragging a dot is not scrolling the page; drawings inside a picture cannot say so in the sheet.
    svg.addEventListener("touchstart", (event) => { if (event.target.closest(".gateway-handle")) { event.preventDefault(); } }, { passive: false });

    svg.addEventListener("pointerdown", (event) => {
      const dot = event.target.closest(".gateway-handle") && nearest(event);
      wasGrabbed = dot !== null;
      if (!dot || (event.pointerType === "mouse" && event.button !== 0)) { return; }
      event.preventDefault();
      dot.focus({ preventScroll: true });
      const index = Number(dot.dataset.index);
      if (dot.dataset.small) { on.insert(dot.dataset.kind, index, at(event)); }
      grabbed = { kind: dot.dataset.kind, index: dot.dataset.small ? index + 1 : index, pointer: event.pointerId };
      on.grab(grabbed.kind, grabbed.index);
      svg.setPointerCapture(event.pointerId);
    });
    svg.addEventListener("pointermove", (event) => {
      if (grabbed && event.pointerId === grabbed.pointer) { on.move(grabbed.kind, grabbed.index, at(event)); }
    });
    ["pointerup", "pointercancel"].forEach((name) => svg.addEventListener(name, () => { grabbed = null; }));
    svg.addEventListener("click", (event) => { if (!wasGrabbed) { on.tap(at(event)); } });

    svg.addEventListener("keydown", (event) => {
      const dot = event.target.closest(".gateway-handle");
      if (!dot || event.ctrlKey || event.metaKey || event.altKey) { return; }
      const { kind, index: text, small } = dot.dataset;
      const index = Number(text);
      const step = event.shiftKey ? 0.0005 : 0.005;
      const way = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
      const box = dot.getBoundingClientRect();
      const here = at({ clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 });
      if (small && (event.key === "Enter" || event.key === " ")) {
        on.insert(kind, index, here);
      } else if (!small && way) {
        on.move(kind, index, null, { x: way[0], y: way[1] });
      } else if (!small && event.key === "Enter") {
        on.grab(kind, index);
      } else if (!small && (event.key === "Delete" || event.key === "Backspace")) {
        on.remove(kind, index);
      } else {
        return;
      }
      event.preventDefault();
    });

    return { draw: draw, clamp: clamp };
  };
})();
