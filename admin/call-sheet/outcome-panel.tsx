import { ChevronDownMini, ChevronUpMini } from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import {
  useIsMutating,
  useQueryClient,
  type MutationFilters,
} from "@tanstack/react-query"
import { useContext, useLayoutEffect, useState, type RefObject } from "react"
import type { FollowUp } from "../api/follow-up"
import { followUpKeys } from "../api/keys"
import type { CallSheet, TaskOfCall } from "../api/queries"
import { impossibleOutcomes } from "../desk/sheet-section"
import { useKinds } from "../desk/use-kinds"
import { useText } from "../i18n/use-text"
import { Key } from "../keyboard/key"
import { useSettling } from "../keyboard/settles-after"
import { useKeys, type Keys } from "../keyboard/use-keys"
import { useListKeys } from "../keyboard/use-list-keys"
import {
  canReopen,
  groupsOf,
  isClosed,
  isDoneInSection,
  outcomeActions,
  type OutcomeAction,
} from "../task/outcome-actions"
import { SmallButton } from "../task/small-button"
import { FallbackHint } from "./fallback-hint"
import { OutcomeButtons } from "./outcome-buttons"
import type { Panel } from "./panel"
import { Writing } from "./writing"
import type { Recording } from "./use-recording"

type OutcomePanelProps = {
  /** The one to settle. */
  said: TaskOfCall
  /** What is true of the whole call is recorded on it. */
  contact: FollowUp
  /** Each task has its outcomes in its own section. */
  hasSections: boolean
  /** The call has more tasks, so this one is named. */
  isOneOfSeveral: boolean
  /** The attempts of one of the call's tasks are used up. */
  isStuck: boolean
  /** To record what came of it is what comes next. */
  isMain: boolean
  sections: CallSheet["sections"]
  sheet: RefObject<Element>
  /** Whether a key that was pressed at that moment is meant for the task. */
  isMeant: (pressedAt: number) => boolean
  recording: Recording
  onPanel: (panel: Panel) => void
}

/** The outcomes and other actions of a call, each with its key. */
export const OutcomePanel = ({
  said,
  contact,
  hasSections,
  isOneOfSeveral,
  isStuck,
  isMain,
  sections,
  sheet,
  isMeant,
  recording,
  onPanel,
}: OutcomePanelProps) => {
  const t = useText()
  const { follow_up: task } = said
  const { note, written, run, choose } = recording
  const pending = recording.pendingOf(task.id)
  const [all, setAll] = useState(false)
  const { isSettled, restart } = useSettling()
  const deed = useDeed()
  useLayoutEffect(() => {
    // Also once one is recorded, or a section has done something, while the sheet
    // is about to move on.
    if (pending === null && !deed.isDrawn) {
      restart()
    }
  }, [pending, deed.isDrawn, restart])
  const { list } = useListKeys<HTMLDivElement>()
  const { outcomesOf, typeName } = useKinds()
  const outcomes = outcomesOf(task.type)
  const impossible = impossibleOutcomes(outcomes, task.id, sections)
  const endings = outcomeActions(task, outcomes, contact).filter(
    ({ kind, outcome }) => kind !== "tried" && !impossible.has(outcome)
  )
  const [usual, rest] = groupsOf(endings)
  const tried = outcomeActions(contact, [])
  const actions = [...endings, ...tried]
  const take = (action: OutcomeAction) =>
    choose(action.kind === "tried" ? contact : task, action)
  const others = otherActions(task, contact, {
    canWrite: useContext(Writing) !== null,
    isStuck,
    onPanel,
    onReopen: () => run(task, { name: "reopen", body: { ...written } }),
    onResume: () => run(contact, { name: "resume" }),
  })

  // Where each task has a section, what only settles that one is there.
  const shown = others.filter(({ isOfTask }) => !hasSections || !isOfTask)

  const onceSettled = (run: () => void) => (pressedAt: number) => {
    if (
      isSettled(pressedAt) &&
      isMeant(pressedAt) &&
      !deed.isDrawn &&
      !deed.isNow()
    ) {
      run()
    }
  }
  const keys: Keys = {}
  if (pending === null) {
    others.forEach(({ key, asksFirst, run }) => {
      if (key) {
        keys[key] = asksFirst ? run : onceSettled(run)
      }
    })
    actions.forEach((action) => {
      if (action.key) {
        keys[action.key] = onceSettled(() => take(action))
      }
    })
  }
  useKeys(keys, sheet)

  return (
    <div className="flex flex-col gap-y-2.5">
      {!hasSections && (
        <FallbackHint
          said={said}
          pending={pending !== null}
          onCancelOrder={() => onPanel({ asks: "cancel_order" })}
        />
      )}
      {note.trim() !== "" && (
        <p className="txt-compact-small text-ui-fg-subtle truncate">
          {t("forms.note")}: {note}
        </p>
      )}
      {isOneOfSeveral && (
        <p className="txt-compact-small-plus text-ui-fg-base">
          {hasSections
            ? t("sheet.forAll")
            : [
                typeName(task.type),
                ...(task.order_display_id === null
                  ? []
                  : [`#${task.order_display_id}`]),
              ].join(" ")}
        </p>
      )}
      {!hasSections && (
        <OutcomeButtons
          primary={
            isMain && usual.kind === "reached" && !isDoneInSection(outcomes)
          }
          title={t(usual.title)}
          type={task.type}
          actions={usual.actions}
          pending={pending}
          onChoose={take}
        />
      )}
      {!hasSections && rest.kind === "reached" && (
        <OutcomeButtons
          title={t(rest.title)}
          type={task.type}
          actions={rest.actions}
          pending={pending}
          onChoose={take}
        />
      )}
      <OutcomeButtons
        few={!all}
        isNamed={hasSections}
        title={t("outcomeBar.notReached")}
        type={task.type}
        actions={
          hasSections
            ? tried
            : [...tried, ...(rest.kind === "closed" ? rest.actions : [])]
        }
        pending={hasSections ? recording.pendingOf(contact.id) : pending}
        onChoose={take}
      />
      <div
        {...list}
        className={clx("flex flex-wrap gap-1 lg:gap-x-0", {
          "max-lg:hidden": !all && actions.length > 0,
        })}
      >
        {shown.map(({ label, key, run }) => (
          <SmallButton
            key={label}
            variant="transparent"
            className="text-ui-fg-subtle lg:first:-ml-2"
            aria-keyshortcuts={key}
            disabled={pending !== null}
            onClick={run}
          >
            {t(label)}
            {key && <Key name={key} />}
          </SmallButton>
        ))}
      </div>
      {actions.length > 0 && (
        <SmallButton
          variant="transparent"
          className="lg:hidden"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {t("outcomeBar.other")}
          {all ? <ChevronUpMini /> : <ChevronDownMini />}
        </SmallButton>
      )}
    </div>
  )
}

/** What a section of the sheet does. */
const DEEDS: MutationFilters = {
  predicate: ({ options }) => options.mutationKey !== followUpKeys.commands,
}

/** Whether a section is doing something, by which it may settle the task. */
const useDeed = () => {
  const client = useQueryClient()
  return {
    isDrawn: useIsMutating(DEEDS) > 0,
    /** As soon as it has begun. */
    isNow: () => client.isMutating(DEEDS) > 0,
  }
}

/** Actions other than recording an outcome, by the state of the call. */
function otherActions(
  task: FollowUp,
  contact: FollowUp,
  {
    onPanel,
    onReopen,
    onResume,
    canWrite,
    isStuck,
  }: {
    canWrite: boolean
    isStuck: boolean
    onPanel: OutcomePanelProps["onPanel"]
    onReopen: () => void
    onResume: () => void
  }
) {
  const asking = (
    asks: "note" | "wait" | "assign" | "cancel",
    key: string
  ) => ({
    label: `outcomeBar.${asks}` as const,
    key,
    asksFirst: true,
    isOfTask: asks === "cancel",
    run: () => onPanel({ asks }),
  })
  const back = canReopen(task)
    ? ({ label: "outcomeBar.reopen", isOfTask: true, run: onReopen } as const)
    : contact.status === "waiting" &&
      ({
        label: "outcomeBar.resume",
        isOfTask: false,
        run: onResume,
      } as const)
  return [
    ...(back ? [{ ...back, key: "r", asksFirst: false }] : []),
    ...(canWrite && !isClosed(contact)
      ? [
          {
            label: "outcomeBar.write" as const,
            // In place of the call, the sheet's main button has it.
            key: isStuck ? undefined : "e",
            asksFirst: true,
            isOfTask: false,
            run: () => onPanel({ asks: "write", draft: null }),
          },
        ]
      : []),
    asking("note", "i"),
    ...(isClosed(contact) ? [] : [asking("wait", "h"), asking("assign", "a")]),
    ...(isClosed(task) ? [] : [asking("cancel", "x")]),
  ]
}
