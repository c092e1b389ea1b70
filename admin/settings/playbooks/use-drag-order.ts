import { useState, type PointerEvent, type RefObject } from "react"

type Dragged = { from: number; to: number }

/**
 * Lets rows of a list be dragged by a handle, with mouse or finger: the row
 * goes where the pointer is, and its place is told once it is let go.
 */
export const useDragOrder = (
  list: RefObject<HTMLElement>,
  count: number,
  onDrop: (from: number, to: number) => void
) => {
  const [dragged, setDragged] = useState<Dragged | null>(null)

  const placeAt = (y: number): number => {
    const rows = [...(list.current?.children ?? [])]
    const above = rows.filter((row) => {
      const { top, height } = row.getBoundingClientRect()
      return y > top + height / 2
    })
    return Math.min(above.length, count - 1)
  }

  return {
    dragged,
    handle: (index: number) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button === 0) {
          event.currentTarget.setPointerCapture(event.pointerId)
          setDragged({ from: index, to: index })
        }
      },
      onPointerMove: ({ clientY }: PointerEvent<HTMLElement>) => {
        const to = placeAt(clientY)
        setDragged((was) => (was && was.to !== to ? { ...was, to } : was))
      },
      onPointerUp: () => {
        setDragged(null)
        if (dragged && dragged.from !== dragged.to) {
          onDrop(dragged.from, dragged.to)
        }
      },
      onPointerCancel: () => setDragged(null),
    }),
  }
}
