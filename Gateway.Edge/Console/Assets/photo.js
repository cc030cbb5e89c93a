// A phone's picture is made smaller before it travels: that also leaves behind where and by whom it was taken. Without this script the
// picture travels as it is, and the gateway does the same.
(function () {
  "use strict";

  var LONGEST = 1600;

  document.addEventListener("change", function (event) {
    var input = event.target.closest("[data-photo]");
    if (!input || !input.files.length || !window.createImageBitmap) { return; }
    createImageBitmap(input.files[0]).then(function (bitmap) {
      var scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
      var canvas = input.parentElement.querySelector("[data-photo-preview]");
      canvas.width = Math.round(bitmap.width * scale);
      canvas.height = Math.round(bitmap.height * scale);
      canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      canvas.hidden = false;
      canvas.toBlob(function (blob) {
        if (!blob) { return; }
        var files = new DataTransfer();
        files.items.add(new File([blob], "photo.jpg", { type: "image/jpeg" }));
        input.files = files.files;
      }, "image/jpeg", 0.85);
    }, function () { /* The gateway says what is wrong with it. */ });
  });
})();
