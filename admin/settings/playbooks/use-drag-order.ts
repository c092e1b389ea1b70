import {
  useEffect,
  useRef,
  useState,
  type PointerEvent,
  type RefObject,
} from "react"

type Dragged = { from: number; to: number }

/**
 * Lets rows of a list be dragged by a handle, with mouse or finger: the row
 * goes where the pointer is, and its place is told once it is let go.
 */
export const useDragOrder = (
  list: RefObject<HTMLElement>,
  onDrop: (from: number, to: number) => void
) => {
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const drop = useRef(onDrop)
  drop.current = onDrop
  const from = dragged?.from ?? null

  // On the window: the handle itself moves in the page, and would lose the
  // pointer that it had captured.
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

/** How many rows lie above this height; the last place is below all others. */
function placeAt(y: number, list: HTMLElement | null): number {
  const rows = [...(list?.children ?? [])]
  const above = rows.filter((row) => {
    const { top, height } = row.getBoundingClientRect()
    return y > top + height / 2
  })
  return Math.max(0, Math.min(above.length, rows.length - 1))
}
