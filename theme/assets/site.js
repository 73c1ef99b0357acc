// The language switch stays at the heading: headings have the same ids in both languages.
for (const link of document.querySelectorAll(".language a"))
  link.addEventListener("click", () => { link.hash = location.hash })

// What scrolls takes the focus, so that a keyboard can scroll it: Material thinks of code alone, and not on a touch screen. It also
// puts each copy button into a landmark.
const article = document.querySelector("article")
let waiting
const mend = () => {
  clearTimeout(waiting)
  waiting = setTimeout(() => {
    for (const bar of article.querySelectorAll(".md-code__nav:not([role])"))
      bar.setAttribute("role", "presentation")
    const boxes = [...article.querySelectorAll("pre > code, .md-typeset__scrollwrap")]
    const scrolls = boxes.map(box => box.scrollWidth > box.clientWidth)  // read all before the first change: one layout
    boxes.forEach((box, i) => scrolls[i] ? box.tabIndex = 0 : box.removeAttribute("tabindex"))
  })
}
new ResizeObserver(mend).observe(article)
new MutationObserver(mend).observe(article, { childList: true, subtree: true })
