import { Text, toast } from "@medusajs/ui"
import { useRef, useState } from "react"
import type { AdminFollowUpPlaybook } from "../../../src/api/admin/follow-ups/playbooks/types"
import { usePlaybookChanges, useShowOrder } from "../../api/playbook-changes"
import { useText } from "../../i18n/use-text"
import { moved } from "./order"
import { PlaybookRow, type RowWords } from "./playbook-row"
import { takenByText } from "./taken-by"
import { useDragOrder } from "./use-drag-order"
import { toastFailure } from "../toast-failure"

/** The playbooks of a task type, which can be reordered. */
export const PlaybookGroup = ({
  type,
  title,
  playbooks,
  words,
}: {
  type: string
  title: string
  playbooks: readonly AdminFollowUpPlaybook[]
  words: RowWords
}) => {
  const t = useText()
  const { order } = usePlaybookChanges()
  const showOrder = useShowOrder()
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState("")

  const move = async (from: number, to: number) => {
    const ids = moved(playbooks, from, to).map(({ id }) => id)
    const name = playbooks[from]?.name
    if (from === to || name === undefined) {
      return
    }
    showOrder(type, ids)
    setSaid(
      t("settings.playbooks.movedTo", {
        name,
        position: to + 1,
        total: ids.length,
      })
    )
    try {
      const answer = await order({ type, ids })
      for (const after of answer.playbooks) {
        const before = playbooks.find(({ id }) => id === after.id)
        const warning = after.enabled ? takenByText(t, after) : null
        if (warning !== null && before?.taken_by.length === 0) {
          toast.warning(after.name, { description: warning })
        }
      }
    } catch (error) {
      toastFailure(t, error)
    }
  }
  const drag = useDragOrder(list, (from, to) => void move(from, to))
  const shown = drag.dragged
    ? moved(playbooks, drag.dragged.from, drag.dragged.to)
    : playbooks
  const several = playbooks.length > 1

  return (
    <section aria-label={title} className="border-b last:border-b-0">
      <div className="bg-ui-bg-subtle flex flex-wrap items-baseline justify-between gap-x-4 border-b px-6 py-2 max-lg:px-4">
        <h2 className="txt-compact-small-plus text-ui-fg-base">{title}</h2>
        {several && (
          <Text size="small" leading="compact" className="text-ui-fg-subtle">
            {t("settings.playbooks.firstWins")}
          </Text>
        )}
      </div>
      <ol
        ref={list}
        className="list-none divide-y overflow-hidden rounded-b-lg"
      >
        {shown.map((playbook, index) => (
          <PlaybookRow
            key={playbook.id}
            playbook={playbook}
            words={words}
            dragged={
              drag.dragged !== null &&
              playbooks[drag.dragged.from]?.id === playbook.id
            }
            handle={
              several
                ? {
                    ...drag.handle(index),
                    onMove: (by) => void move(index, index + by),
                  }
                : undefined
            }
            move={
              several
                ? {
                    up:
                      index > 0 ? () => void move(index, index - 1) : undefined,
                    down:
                      index < playbooks.length - 1
                        ? () => void move(index, index + 1)
                        : undefined,
                  }
                : {}
            }
          />
        ))}
      </ol>
      <div role="status" className="sr-only">
        {said}
      </div>
    </section>
  )
}
