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
  for (const clock of range.form.querySelectorAll("[name=clock]")) clock.addEventListener("change", () => range.form.requestSubmit());
  range.addEventListener("change", () => { clearTimeout(rest); rest = setTimeout(() => range.form.requestSubmit(), 400); });
}
// Search as one types: the best lines under the field; Down goes into them, Escape closes them, Enter asks for all.
for (const field of document.querySelectorAll("form[role=search] input")) {
  const names = { quotations: "statement", findings: "finding", documents: "article" };
  const panel = document.createElement("div");
  panel.className = "found";
  panel.hidden = true;
  panel.setAttribute("role", "region");
  panel.setAttribute("aria-label", "Lines found");
  field.form.append(panel);
  let rest = 0;
  let asked = "";
  const close = () => { panel.hidden = true; };
  const line = (hit) => {
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.href = `/lines/${encodeURIComponent(hit.section)}/${encodeURIComponent(hit.id)}`;
    const kind = document.createElement("span");
    kind.className = "meta";
    kind.textContent = names[hit.section] ?? hit.section.replace(/s$/, "");
    link.append(kind);
    for (const [number, part] of hit.snippet.split(/\[\[|\]\]/).entries()) {
      const words = document.createElement(number % 2 ? "mark" : "span");
      words.textContent = part;
      link.append(words);
    }
    row.append(link);
    return row;
  };
  const ask = async () => {
    const query = field.value.trim();
    asked = query;
    if (query.length < 2) { close(); return; }
    const answer = await fetch(`/api/search?size=8&q=${encodeURIComponent(query)}`).catch(() => null);
    if (!answer?.ok || asked !== query) return;
    const hits = (await answer.json()).items;
    const said = document.createElement("p");
    said.className = "meta";
    said.setAttribute("role", "status");
    said.textContent = hits.length ? "The best lines. Enter shows all." : "Nothing in the record holds all these words.";
    const list = document.createElement("ul");
    list.append(...hits.map(line));
    panel.replaceChildren(said, list);
    panel.hidden = false;
  };
  field.addEventListener("input", () => { clearTimeout(rest); rest = setTimeout(ask, 180); });
  field.form.addEventListener("keydown", (event) => {
    const links = [...panel.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape" && !panel.hidden) { close(); field.focus(); event.preventDefault(); }
    if (panel.hidden || !links.length || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
    event.preventDefault();
    const next = event.key === "ArrowDown" ? at + 1 : at - 1;
    (next < 0 ? field : links[Math.min(next, links.length - 1)]).focus();
  });
  field.form.addEventListener("focusout", (event) => { if (!field.form.contains(event.relatedTarget)) setTimeout(close, 150); });
}

// Two articles side by side: a number shows its fact in both panes.
for (const link of document.querySelectorAll("[data-fact]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const number = link.dataset.fact;
    for (const run of document.querySelectorAll("[data-facts]")) {
      run.classList.toggle("target", run.dataset.facts.split(" ").includes(number));
    }
    const pins = ["left", "right"].map((side) => document.getElementById(`${side}-${number}`));
    for (const pin of pins) {
      const pane = pin.closest(".pane");
      pane.scrollTop += pin.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
    }
    const here = pins.includes(link) ? pins.find((pin) => pin !== link) : pins[0];
    here.focus({ preventScroll: true });
    document.getElementById("texts").scrollIntoView({ block: "nearest" });
  });
}
// A link to a passage: copied by a click; marked words get one of their own.
for (const line of document.querySelectorAll("[data-share]")) {
  const link = line.querySelector("[data-copy]");
  const said = line.querySelector("[role=status]");
  link.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || !navigator.clipboard) return;
    event.preventDefault();
    const copied = await navigator.clipboard.writeText(link.href).then(() => true, () => false);
    said.textContent = copied ? "Copied." : link.href;
  });
  const text = document.querySelector("[data-article]");
  document.addEventListener("selectionchange", () => {
    const marked = getSelection();
    if (!marked.rangeCount || marked.isCollapsed || !text.contains(marked.anchorNode) || !text.contains(marked.focusNode)) return;
    const range = marked.getRangeAt(0);
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const start = [...before.toString()].length;
    const words = range.toString();
    const at = `${start}-${start + [...words].length}`;
    const address = new URLSearchParams({ article: line.dataset.share, at, words: words.trim().replace(/\s+/g, " ").slice(0, 160) });
    link.href = `/passage?${address}`;
    link.textContent = "Link to the marked words";
    link.hidden = false;
    line.querySelector(".hint")?.remove();
    said.textContent = "";
  });
}

// The network: whom one actor met, when it is pointed at, focused or looked for.
for (const net of document.querySelectorAll("svg.net")) {
  const nodes = [...net.querySelectorAll("[data-n]")];
  const ties = [...net.querySelectorAll("[data-t]")].map((tie) => [tie, tie.dataset.t.split(" ").map(Number)]);
  const pick = (own) => {
    net.classList.toggle("picked", own !== null);
    const near = new Set();
    for (const [tie, ends] of ties) {
      const mine = ends.includes(own);
      tie.classList.toggle("near", mine);
      if (mine) ends.forEach((end) => near.add(end));
    }
    nodes.forEach((node, number) => {
      node.classList.toggle("near", near.has(number));
      node.classList.toggle("self", number === own);
    });
    return Math.max(0, near.size - 1);
  };
  nodes.forEach((node, number) => {
    for (const name of ["mouseenter", "focus"]) node.addEventListener(name, () => pick(number));
    for (const name of ["mouseleave", "blur"]) node.addEventListener(name, () => pick(null));
  });
  const region = net.closest(".large");
  if (region) region.scrollTo((region.scrollWidth - region.clientWidth) / 2, 0);
  const finder = document.querySelector(".find-node");
  if (!finder) continue;
  finder.hidden = false;
  const field = finder.querySelector("input");
  field.addEventListener("input", () => {
    const wanted = field.value.trim().toLowerCase();
    const names = nodes.map((node) => node.textContent.trim().toLowerCase());
    const at = wanted ? [names.indexOf(wanted), names.findIndex((name) => name.includes(wanted))].find((place) => place >= 0) ?? -1 : -1;
    const met = pick(at >= 0 ? at : null);
    finder.querySelector("[role=status]").textContent = !wanted ? "" : at < 0 ? "Not in the drawing." : `${nodes[at].textContent.trim()} met ${met} of those drawn.`;
    if (at >= 0 && region) {
      const [own, frame] = [nodes[at].getBoundingClientRect(), region.getBoundingClientRect()];
      region.scrollBy(own.x - frame.x - region.clientWidth / 2, own.y - frame.y - region.clientHeight / 2);
    }
  });
}

// On a narrow screen: the entry of the bar and the tab one is on come into view, a map shows the place with most encounters.
for (const own of document.querySelectorAll("header.bar [aria-current], .tabs [aria-current]")) {
  const bar = own.parentElement;
  bar.scrollLeft = own.offsetLeft - bar.offsetLeft - (bar.clientWidth - own.offsetWidth) / 2;
}
for (const own of document.querySelectorAll(".fit > svg.net")) {
  const frame = own.parentElement;
  frame.scrollLeft = frame.scrollWidth / 2 - frame.clientWidth / 2;
}

// While added articles are read: look again every second, and show the effect when it is there.
if (document.querySelector("[data-poll]")) {
  const look = async () => {
    const answer = await fetch(location.href).catch(() => null);
    const text = answer?.ok ? await answer.text() : "";
    const fresh = text && new DOMParser().parseFromString(text, "text/html");
    if (fresh && !fresh.querySelector("[data-poll]")) { location.reload(); return; }
    for (const part of ["h1", "[data-poll]"]) {
      const [old, now] = [document.querySelector(part), fresh && fresh.querySelector(part)];
      if (now && old.textContent !== now.textContent) old.replaceChildren(...now.childNodes);
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, 700);
}
