// Runs in the reader's browser. The pages are whole without it: it tells how old they are by the
// reader's own clock, moves the what-if slider, and keeps area and period from page to page.

warnWhenOld(document.querySelector("[data-refreshed]"));
for (const box of document.querySelectorAll("[data-what-if]")) makeSlider(box);
choose();
addEventListener("hashchange", choose);

/** Unfolds the warning when the nightly refresh has stopped: amber first, later red. */
function warnWhenOld(warning) {
  if (!warning) return;
  const hours = (Date.now() - Date.parse(warning.dataset.refreshed)) / 3_600_000;
  if (!(hours > Number(warning.dataset.amberHours))) return;
  warning.classList.add(hours > Number(warning.dataset.redHours) ? "red" : "amber");
  warning.querySelector("[data-days]").textContent = String(Math.floor(hours / 24));
  warning.hidden = false;
}

/** A slider over the rows of the what-if table; the line in the chart moves with it. */
function makeSlider(box) {
  const rows = [...box.querySelectorAll("tbody tr")];
  const slider = box.querySelector("input");
  const said = box.querySelector("output");
  const show = () => {
    const row = rows[Number(slider.value)];
    said.textContent = row.dataset.said;
    slider.setAttribute("aria-valuetext", row.dataset.said);
    rows.forEach((each) => {
      each.classList.toggle("chosen", each === row);
    });
    for (const line of document.querySelectorAll(".what-if")) {
      line.classList.toggle("chosen", line.classList.contains(`pace-${slider.value}`));
    }
  };
  slider.addEventListener("input", show);
  box.querySelector(".slider").hidden = false;
  said.textContent = rows[Number(slider.value)].dataset.said;
}

/** Marks the area and period that the address names and hands them on to every other page. */
function choose() {
  const fragment = location.hash.slice(1);
  const names = fragment.split("&").filter((part) => /^(area|period)=[\w-]+$/.test(part));
  for (const marked of document.querySelectorAll(".chosen-place")) {
    marked.classList.remove("chosen-place");
  }
  for (const name of names) {
    const place = document.getElementById(name);
    place?.classList.add("chosen-place");
    for (let fold = place?.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
  }
  const first = names.map((name) => document.getElementById(name)).find(Boolean);
  first?.scrollIntoView({ block: "center" });
  const language = document.querySelector("a[hreflang]");
  const others = document.querySelectorAll("main a[href*='indicators/']");
  for (const link of [language, ...others]) {
    link.hash = link === language ? fragment : names.join("&");
  }
}
