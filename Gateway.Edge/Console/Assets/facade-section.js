// A facade as the page holds it, and as a section of the hardware file.
(function () {
  "use strict";

  const fraction = (value) => Number(value.toFixed(4));

  function read(section, size) {
    const corners = (list) => (Array.isArray(list) ? list : []).map((corner) => ({ x: Number(corner.x) || 0, y: Number(corner.y) || 0 }));
    const placement = Object.assign({}, section.placement);
    if (placement.focalLength) {
      placement.fieldOfView = Number((2 * Math.atan(size.height / 2 / placement.focalLength) * 180 / Math.PI).toFixed(2));
      delete placement.focalLength;
    }
    return {
      region: corners(section.region), ignore: (Array.isArray(section.ignore) ? section.ignore : []).map((area) => ({ region: corners(area.region) })),
      floors: section.floors, floorHeight: section.floorHeight === undefined ? 3 : section.floorHeight, columns: section.columns,
      lines: (Array.isArray(section.floorLines) ? section.floorLines : []).map((line) => ({ floor: line.floor, y: Number(line.y) || 0 })).sort((a, b) => a.y - b.y),
      placement: placement, method: section.placement ? "placement" : "floorLines",
    };
  }

  function write(facade) {
    const corners = (list) => list.map((corner) => ({ x: fraction(corner.x), y: fraction(corner.y) }));
    const made = { region: corners(facade.region) };
    if (facade.ignore.length > 0) { made.ignore = facade.ignore.map((area) => ({ region: corners(area.region) })); }
    ["floors", "floorHeight", "columns"].forEach((name) => { if (facade[name] !== undefined) { made[name] = facade[name]; } });
    if (facade.method === "placement") {
      made.placement = facade.placement;
    } else {
      made.floorLines = facade.lines.filter((line) => !line.suggested).map((line) => line.floor === undefined ? { y: fraction(line.y) } : { floor: line.floor, y: fraction(line.y) });
    }
    return made;
  }

  window.FacadeSection = { read: read, write: write };
})();
