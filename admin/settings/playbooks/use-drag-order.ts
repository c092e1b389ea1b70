import {
  useEffect,
  useRef,
  useState,
  type PointerEvent,
  type RefObject,
} from "react"

type Dragged = { from: number; to: number }

/**
 * Reorders the rows of a list by dragging a handle, with mouse or touch. The
 * row follows the pointer; its new place is reported on release.
 */
export const useDragOrder = (
  list: RefObject<HTMLElement>,
  onDrop: (from: number, to: number) => void
) => {
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const drop = useRef(onDrop)
  drop.current = onDrop
  const from = dragged?.from ?? null

  // Listens on the window: the handle moves in the DOM and would lose its
  // pointer capture.
  useEffect(() => {
    if (from === null) {
      return
    }
    let to = from
    const onMove = ({ clientY }: globalThis.PointerEvent) => {
      to = placeAt(clientY, list.current)
      setDragged({ from, to })
    }
    const onUp = () => {
      setDragged(null)
      drop.current(from, to)
    }
    const onCancel = () => setDragged(null)
    window.addEventListener("pointermove", onMove)
    window.addEventListener("pointerup", onUp)
    window.addEventListener("pointercancel", onCancel)
    return () => {
      window.removeEventListener("pointermove", onMove)
      window.removeEventListener("pointerup", onUp)
      window.removeEventListener("pointercancel", onCancel)
    }
  }, [from, list])

  return {
    dragged,
    handle: (index: number) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button === 0) {
          setDragged({ from: index, to: index })
        }
      },
    }),
  }
}

/** How many rows are above this height, that is, the row's new index. */
function placeAt(y: number, list: HTMLElement | null): number {
  const rows = [...(list?.children ?? [])]
  const above = rows.filter((row) => {
    const { top, height } = row.getBoundingClientRect()
    return y > top + height / 2
  })
  return Math.max(0, Math.min(above.length, rows.length - 1))
}
