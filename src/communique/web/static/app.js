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
// The slider of the timeline: says its day while it moves, and asks for that day when it has come to rest.
for (const range of document.querySelectorAll("input[type=range][data-days]")) {
  const days = range.dataset.days.split(" ");
  const said = range.form.querySelector("output");
  const words = (day) => (day ? new Date(`${day.padEnd(7, "-01").padEnd(10, "-01")}T12:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }) : "today");
  let rest = 0;
  range.addEventListener("input", () => {
    const day = words(days[Number(range.value)]);
    said.textContent = day;
    range.setAttribute("aria-valuetext", day);
    clearTimeout(rest);
  });
  range.addEventListener("change", () => { clearTimeout(rest); rest = setTimeout(() => range.form.requestSubmit(), 400); });
}
