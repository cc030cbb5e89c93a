// An invitation's text is handed to the phone's own messages, or copied; without this script it can be selected.
(function () {
  "use strict";

  function textOf(button, name) { return document.getElementById(button.dataset[name]).value; }

  document.querySelectorAll("[data-share]").forEach(function (button) {
    if (!navigator.share) { return; }
    button.hidden = false;
    button.addEventListener("click", function () { navigator.share({ text: textOf(button, "share") }).catch(function () { /* Not sent: nothing to do. */ }); });
  });

  document.querySelectorAll("[data-copy]").forEach(function (button) {
    if (!navigator.clipboard) { return; }
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(textOf(button, "copy")).then(function () { button.textContent = button.dataset.done; }, function () { document.getElementById(button.dataset.copy).select(); });
    });
  });
})();
