// The language switch stays at the heading: headings have the same ids in both languages.
for (const link of document.querySelectorAll(".language a"))
  link.addEventListener("click", () => { link.hash = location.hash })

// What scrolls takes the focus, so that a keyboard can scroll it: Material thinks of code alone, and not on a touch screen. It also
// puts each copy button into a landmark.
const article = document.querySelector("article")
const mend = () => setTimeout(() => {
  for (const bar of article.querySelectorAll(".md-code__nav"))
    bar.setAttribute("role", "presentation")
  for (const box of article.querySelectorAll("pre > code, .md-typeset__scrollwrap"))
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0
    else box.removeAttribute("tabindex")
})
new ResizeObserver(mend).observe(article)
new MutationObserver(mend).observe(article, { childList: true, subtree: true })

// Light or dark: the focus is on the hidden choice, and Enter or Space is meant for the sign beside it.
document.querySelector("[data-md-component=palette]")?.addEventListener("keydown", event => {
  if (event.key !== "Enter" && event.key !== " ") return
  const next = event.target.nextElementSibling
  event.preventDefault()
  next.click()
  document.getElementById(next.htmlFor).focus()
})
