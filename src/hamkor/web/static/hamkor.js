// What a page does beyond links and forms. All of it works without this file, only less comfortably.
"use strict";

const light = (element, on) => {
  for (const id of (element.dataset.of || "").trim().split(/\s+/)) {
    document.getElementById(`s-${id}`)?.classList.toggle("lit", on);
  }
};

for (const mark of document.querySelectorAll("a.m")) {
  for (const name of ["mouseenter", "focus"]) mark.addEventListener(name, () => light(mark, true));
  for (const name of ["mouseleave", "blur"]) mark.addEventListener(name, () => light(mark, false));
}

// On wide screens the menu stands open beside the page.
const menu = document.querySelector("details.menu");
const wide = matchMedia("(min-width: 60rem)");
const fit = () => { if (menu) menu.open = wide.matches; };
wide.addEventListener("change", fit);
fit();
