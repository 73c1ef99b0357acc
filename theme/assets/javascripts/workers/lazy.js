// Material starts its search worker with the page. This one takes its place and loads it, named after the question mark, with the first message.
addEventListener("message", function wake(event) {
  removeEventListener("message", wake)
  importScripts(location.search.slice(1))
  dispatchEvent(new MessageEvent("message", { data: event.data }))
})
