// Keys of the vehicles' list: / searches, j and k move between rows, and a link may name a key of its own.
(function () {
  "use strict";

  document.addEventListener("keydown", function (event) {
    if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.key === "/") {
      var search = document.querySelector("input[type=search]");
      if (search) {
        search.focus();
        search.select();
        event.preventDefault();
      }
      return;
    }

    if (event.key === "j" || event.key === "k") {
      var links = Array.from(document.querySelectorAll("#list li[id] > a.btn"));
      var at = links.indexOf(document.activeElement);
      var next = links[event.key === "j" ? Math.min(at + 1, links.length - 1) : Math.max(at - 1, 0)];
      if (next) { next.focus(); }
      return;
    }

    var named = Array.from(document.querySelectorAll("[data-key]")).find(function (link) { return link.dataset.key === event.key; });
    if (named) {
      named.click();
      event.preventDefault();
    }
  });
})();
