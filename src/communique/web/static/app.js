"use strict";
// Keys of the review page: inside the part that says so, a button with data-key is pressed by that key.
const keys = document.querySelector("[data-keys]");
if (keys) {
  keys.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const wanted = keys.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (wanted) { event.preventDefault(); wanted.click(); }
  });
  // Enter in the name field must not decide anything: it leads back to the line, where the keys work.
  keys.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input[name=author]") && event.target.form.elements.action.length) {
      event.preventDefault();
      if (event.target.reportValidity()) keys.focus();
    }
  });
  for (const part of keys.querySelectorAll("details")) {
    part.addEventListener("toggle", () => part.open && part.querySelector("select, textarea, input[type=text]").focus());
  }
  if (!location.hash) keys.focus({ preventScroll: true });
}
// Articles dropped on the field of the page that adds them.
for (const zone of document.querySelectorAll(".drop")) {
  const field = zone.querySelector("input[type=file]");
  for (const name of ["dragenter", "dragover"]) {
    zone.addEventListener(name, (event) => { event.preventDefault(); zone.classList.add("over"); });
  }
  for (const name of ["dragleave", "drop"]) zone.addEventListener(name, () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => { event.preventDefault(); field.files = event.dataTransfer.files; });
}
