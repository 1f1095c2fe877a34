// What a page does beyond links and forms. All of it works without this file, only less comfortably.
"use strict";

const light = (element, on) => {
  for (const id of (element.dataset.of || "").trim().split(/\s+/)) {
    document.getElementById(`s-${id}`)?.classList.toggle("lit", on);
  }
};

// What a mark states, beside it: the cards of its statements in short, with every field, verdict and rule.
const peek = document.getElementById("peek");

const show = (mark) => {
  const cards = mark.dataset.of.trim().split(/\s+/).map((id) => document.getElementById(`s-${id}`)).filter(Boolean);
  peek.replaceChildren(...cards.map((card) => {
    const one = document.createElement("section");
    one.className = card.className.replace("lit", "");
    one.append(...[...card.querySelectorAll(":scope > h3, :scope > .card, .fields, .rule")].map((part) => part.cloneNode(true)));
    for (const part of one.querySelectorAll("[id]")) part.removeAttribute("id");
    return one;
  }));
  peek.hidden = false;
  const at = mark.getClientRects()[0];
  const room = document.documentElement.clientWidth - peek.offsetWidth - 8;
  const below = at.bottom + peek.offsetHeight + 8 < innerHeight || at.top < peek.offsetHeight + 8;
  peek.style.left = `${Math.max(8, Math.min(at.left, room)) + scrollX}px`;
  peek.style.top = `${(below ? at.bottom + 4 : at.top - peek.offsetHeight - 4) + scrollY}px`;
};

for (const mark of document.querySelectorAll("a.m")) {
  for (const name of ["mouseenter", "focus"]) mark.addEventListener(name, () => { light(mark, true); if (peek) show(mark); });
  for (const name of ["mouseleave", "blur"]) mark.addEventListener(name, () => { light(mark, false); if (peek) peek.hidden = true; });
}
document.addEventListener("keydown", (event) => { if (event.key === "Escape" && peek) peek.hidden = true; });

// On wide screens the menu stands open beside the page.
const menu = document.querySelector("details.menu");
const wide = matchMedia("(min-width: 60rem)");
const fit = () => { if (menu) menu.open = wide.matches; };
wide.addEventListener("change", fit);
fit();

// Words of the text that were selected, as places in the document: code points, as everywhere.
const place = (node, offset) => {
  const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  return piece && Number(piece.dataset.start) + [...node.textContent.slice(0, offset)].length;
};

const pick = () => {
  const chosen = getSelection();
  const text = document.querySelector("section.text");
  if (!text || chosen.isCollapsed || !text.contains(chosen.anchorNode) || !text.contains(chosen.focusNode)) return null;
  const range = chosen.getRangeAt(0);
  const start = place(range.startContainer, range.startOffset);
  const end = place(range.endContainer, range.endOffset);
  if (start === null || end <= start) return null;
  const said = range.toString(), words = said.trim();
  const before = [...said.slice(0, said.length - said.trimStart().length)].length;
  return words ? { start: start + before, end: start + before + [...words].length, words } : null;
};

document.addEventListener("selectionchange", () => {
  const found = pick();
  const form = document.querySelector("form.picked, form#edit");
  if (!found || !form) return;
  form.elements.start.value = found.start;
  form.elements.end.value = found.end;
  form.querySelector("q").textContent = found.words;
  form.hidden = false;
});

// By keyboard: arrows choose a word of the text, with Shift more of them (with Ctrl by letters), Enter goes on to the form.
const arrows = { ArrowRight: ["forward", "word"], ArrowLeft: ["backward", "word"], ArrowDown: ["forward", "line"], ArrowUp: ["backward", "line"] };
const reading = document.querySelector("section.text[tabindex]");

reading?.addEventListener("keydown", (event) => {
  const chosen = getSelection();
  if (event.key === "Enter" && event.target === reading) {
    const form = document.querySelector("form.picked, form#edit");
    if (form && !form.hidden) { event.preventDefault(); form.querySelector("select, input:not([type=hidden])")?.focus(); }
  }
  const [way, step] = arrows[event.key] || [];
  if (!way || event.target !== reading) return;
  event.preventDefault();
  if (!reading.contains(chosen.anchorNode)) chosen.collapse(reading.querySelector("mark") || reading, 0);
  if (event.shiftKey) {
    chosen.modify("extend", way, event.ctrlKey ? "character" : step);
  } else {
    if (way === "forward") chosen.collapseToEnd(); else chosen.collapseToStart();
    if (!chosen.isCollapsed || way === "backward" || step === "line") chosen.modify("move", way, step);
    chosen.modify("extend", "forward", "word");
    for (let tries = 0; tries < 5 && !/[\p{L}\p{N}]/u.test(chosen.toString()); tries++) {
      if (way === "forward") chosen.collapseToEnd(); else { chosen.collapseToStart(); chosen.modify("move", "backward", "word"); }
      chosen.modify("extend", "forward", "word");
    }
  }
});

// A card that an address names, or a step leads back to, takes the focus; where words are chosen, the text.
const turn = () => {
  const named = document.getElementById(location.hash.slice(1));
  if (named?.matches(".card")) named.focus();
  else if (!named) document.querySelector("section.choosing")?.focus({ preventScroll: true });
  else if (named?.matches("section")) (named.querySelector(".card") || document.querySelector(".said"))?.focus();
};
addEventListener("hashchange", turn);
addEventListener("load", () => setTimeout(turn)); // after the browser has gone to the place itself

// J and K lead from card to card.
document.addEventListener("keydown", (event) => {
  const step = { j: 1, k: -1 }[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
  const cards = [...document.querySelectorAll("main .card[tabindex]")];
  const at = cards.indexOf(event.target.closest(".card[tabindex]"));
  cards[Math.max(0, Math.min(cards.length - 1, at < 0 ? 0 : at + step))]?.focus();
});

// A, C, R, U on a card that has the focus.
document.addEventListener("keydown", (event) => {
  const card = event.target.closest?.(".card");
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
  const key = `[data-key="${CSS.escape(event.key.toLowerCase())}"]`;
  (card?.querySelector(key) || document.querySelector(`.said ${key}`))?.click();
});

// Files that are dropped anywhere on a page that takes files: else the browser would leave the page to show them.
const taker = document.querySelector('input[type="file"][multiple]');
if (taker) {
  document.querySelector(".drop-hint")?.removeAttribute("hidden");
  const over = (on) => document.body.classList.toggle("dropping", on);
  addEventListener("dragover", (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    over(true);
  });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) over(false); });
  addEventListener("drop", (event) => {
    over(false);
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    taker.files = event.dataTransfer.files;
    taker.focus();
  });
}
