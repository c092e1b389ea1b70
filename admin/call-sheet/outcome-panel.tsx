import { clx } from "@medusajs/ui"
import { useContext, useEffect, useState, type RefObject } from "react"
import type { FollowUp } from "../api/follow-up"
import { useKinds } from "../desk/use-kinds"
import { useText } from "../i18n/use-text"
import { Key } from "../keyboard/key"
import { SETTLES_AFTER_MS } from "../keyboard/settles-after"
import { useKeys, type Keys } from "../keyboard/use-keys"
import { useListKeys } from "../keyboard/use-list-keys"
import {
  isClosed,
  outcomeActions,
  type OutcomeAction,
} from "../task/outcome-actions"
import { SmallButton } from "../task/small-button"
import { FallbackHint } from "./fallback-hint"
import { OutcomeButtons } from "./outcome-buttons"
import type { Panel } from "./panel"
import { Writing } from "./writing"

type OutcomePanelProps = {
  task: FollowUp
  sheet: RefObject<Element>
  note: string
  pending: string | null
  onChoose: (action: OutcomeAction) => void
  onPanel: (panel: Panel) => void
  onReopen: () => void
  onResume: () => void
}

/** All outcomes and other actions of a call, each with its key. */
export const OutcomePanel = ({
  task,
  sheet,
  note,
  pending,
  onChoose,
  onPanel,
  onReopen,
  onResume,
}: OutcomePanelProps) => {
  const t = useText()
  const [all, setAll] = useState(false)
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    const timeout = setTimeout(() => setSettled(true), SETTLES_AFTER_MS)
    return () => clearTimeout(timeout)
  }, [])
  const { list } = useListKeys<HTMLDivElement>()
  const { outcomesOf } = useKinds()
  const actions = outcomeActions(task, outcomesOf(task.type))
  const canWrite = useContext(Writing) !== null
  const others = otherActions(task, {
    onPanel,
    onReopen,
    onResume,
    canWrite,
  })

  const keys: Keys = {}
  if (pending === null) {
    others
      .filter(({ asksFirst }) => asksFirst || settled)
      .forEach(({ key, run }) => {
        keys[key] = run
      })
  }
  if (pending === null && settled) {
    actions.forEach((action) => {
      if (action.key) {
        keys[action.key] = () => onChoose(action)
      }
    })
  }
  useKeys(keys, sheet)

  return (
    <div className="flex flex-col gap-y-2.5">
      {!isClosed(task) && (
        <FallbackHint
          task={task}
          pending={pending !== null}
          onCancelOrder={() => onPanel({ asks: "cancel_order" })}
        />
      )}
      {note.trim() !== "" && (
        <p className="txt-compact-small text-ui-fg-subtle truncate">
          {t("forms.note")}: {note}
        </p>
      )}
      <OutcomeButtons
        primary
        title={t("outcomeBar.reached")}
        type={task.type}
        actions={actions.filter(({ kind }) => kind === "reached")}
        pending={pending}
        onChoose={onChoose}
      />
      <OutcomeButtons
        few={!all}
        title={t("outcomeBar.notReached")}
        type={task.type}
        actions={[
          ...actions.filter(({ kind }) => kind === "tried"),
          ...actions.filter(({ kind }) => kind === "closed"),
        ]}
        pending={pending}
        onChoose={onChoose}
      />
      <div
        {...list}
        className={clx("flex flex-wrap gap-1", {
          "max-lg:hidden": !all && actions.length > 0,
        })}
      >
        {others.map(({ label, key, run }) => (
          <SmallButton
            key={key}
            variant="transparent"
            className="text-ui-fg-subtle lg:first:-ml-2"
            aria-keyshortcuts={key}
            disabled={pending !== null}
            onClick={run}
          >
            {t(label)}
            <Key name={key} />
          </SmallButton>
        ))}
      </div>
      {!all && actions.length > 0 && (
        <SmallButton
          variant="transparent"
          className="lg:hidden"
          onClick={() => setAll(true)}
        >
          {t("outcomeBar.other")}
        </SmallButton>
      )}
    </div>
  )
}

/** Actions other than recording an outcome, by the task's state. */
function otherActions(
  task: FollowUp,
  {
    onPanel,
    onReopen,
    onResume,
    canWrite,
  }: Pick<OutcomePanelProps, "onPanel" | "onReopen" | "onResume"> & {
    canWrite: boolean
  }
) {
  const note = {
    label: "outcomeBar.note",
    key: "i",
    asksFirst: true,
    run: () => onPanel({ asks: "note" }),
  } as const
  if (isClosed(task)) {
    return [
      {
        label: "outcomeBar.reopen",
        key: "r",
        asksFirst: false,
        run: onReopen,
      } as const,
      note,
    ]
  }
  return [
    ...(task.status === "waiting"
      ? [
          {
            label: "outcomeBar.resume",
            key: "r",
            asksFirst: false,
            run: onResume,
          } as const,
        ]
      : []),
    ...(canWrite
      ? [
          {
            label: "outcomeBar.write",
            key: "e",
            asksFirst: true,
            run: () => onPanel({ asks: "write", draft: null }),
          } as const,
        ]
      : []),
    note,
    {
      label: "outcomeBar.wait",
      key: "h",
      asksFirst: true,
      run: () => onPanel({ asks: "wait" }),
    } as const,
    {
      label: "outcomeBar.assign",
      key: "a",
      asksFirst: true,
      run: () => onPanel({ asks: "assign" }),
    } as const,
    {
      label: "outcomeBar.cancel",
      key: "x",
      asksFirst: true,
      run: () => onPanel({ asks: "cancel" }),
    } as const,
  ]
}
