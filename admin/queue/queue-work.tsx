import { Text } from "@medusajs/ui"
import { useCallback, useEffect, useRef, useState, type RefObject } from "react"
import type { Command } from "../api/command"
import type { FollowUp } from "../api/follow-up"
import { CallSheet } from "../call-sheet/call-sheet"
import type { AskedOutcome } from "../call-sheet/panel"
import { deedAfter } from "../desk/order/order-deed"
import { useKinds } from "../desk/use-kinds"
import { useReceipt } from "../task/use-receipt"
import { useText } from "../i18n/use-text"
import { useSettling } from "../keyboard/settles-after"
import { commandFor } from "../task/command-for"
import { isClosed } from "../task/outcome-actions"
import { LoadError } from "../task/load-error"
import {
  type Receipt,
  toastReceipt,
  toastRefusal,
  useRecord,
} from "../task/use-record"
import { ArrivalsSpoken, HeldRows } from "./arrivals"
import { Elsewhere, useElsewhere } from "./elsewhere"
import { QueueEmpty } from "./queue-empty"
import { QueueList } from "./queue-list"
import { QueuePages } from "./queue-pages"
import {
  isFiltered,
  isSearchedElsewhere,
  PAGE_SIZE,
  type QueueParams,
  readQueueParams,
} from "./queue-params"
import { QueueRow } from "./queue-row"
import { QueueSkeleton } from "./queue-skeleton"
import { openedBehind, wayFrom } from "./steps"
import { useArrivals } from "./use-arrivals"
import { useHold } from "./use-hold"
import { useLoadedList } from "./use-loaded-list"
import { usePrefetchedSheet } from "./use-prefetch"
import { focusRow, useQueueKeys } from "./use-queue-keys"
import type { ChangeQueueParams } from "./use-queue-params"
import { type Row, useStableRows } from "./use-stable-rows"

/** A list that is read again after an undo is there by then. */
const UNDONE_SHOWS_WITHIN_MS = 3_000

/** The list of the desk, with no filter and no sheet open. */
const EVERYTHING_NOW = readQueueParams("")

type QueueWorkProps = {
  params: QueueParams
  onChange: ChangeQueueParams
  search: RefObject<HTMLInputElement>
  /** The submitted search; its first row gets the focus once it has loaded. */
  entered: string | null
  onReached: () => void
  /** How many calls there are to make. */
  toDoNow: number
  /** Polling for changes currently fails. */
  noNews: boolean
}

/** The list with the call sheet over it, for working from call to call. */
export const QueueWork = ({
  params,
  onChange,
  search,
  entered,
  onReached,
  toDoNow,
  noNews,
}: QueueWorkProps) => {
  const t = useText()
  const { outcomesOf } = useKinds()
  const receipts = useReceipt()
  const [undoneId, setUndoneId] = useState<string | null>(null)
  const { restart, isSettled } = useSettling()
  /** The row is where it was, and has the focus again. */
  const undo = async (made?: Receipt) => {
    const undone = await receipts.undo(made)
    if (undone) {
      restart()
      setUndoneId(undone.id)
    }
    return undone
  }
  const record = useRecord(
    {
      done: (made) => {
        toastReceipt(t, {
          ...made,
          takeBack: made.takeBack && {
            ...made.takeBack,
            run: async () => await undo(made),
          },
        })
        receipts.keep(made)
      },
      refused: (reason) => toastRefusal(t, reason),
    },
    (task, action) => {
      setAsked({ taskId: task.id, action })
      open(task.id)
    }
  )
  const list = useLoadedList(params)
  const listRef = useRef<HTMLDivElement>(null)
  const [focusedKey, setFocusedKey] = useState<string | null>(null)
  const [asked, setAsked] = useState<AskedOutcome | null>(null)
  const hold = useHold(listRef, params.task !== null)
  const { rows, rowOf, held, show, sweep } = useStableRows(
    list.name,
    list.tasks,
    hold,
    (rowOf) => {
      // A row that was undone is shown again, even if it had left meanwhile.
      const id = params.task ?? undoneId
      return id === null ? focusedKey : rowOf(id)
    }
  )
  const elsewhere = useElsewhere(params, rows)
  const all = elsewhere ? [...rows, ...elsewhere.rows] : rows
  const arrived = useArrivals(list.name, list.tasks)
  const openKey = params.task && rowOf(params.task)
  const way = wayFrom(rows, params.task === null ? focusedKey : openKey)

  const open = useCallback((id: string) => onChange({ task: id }), [onChange])
  const act = async ({ key, task }: Row, command: Command) => {
    const changed = await record(task, command)
    if (changed) {
      sweep(key)
    }
    return changed
  }
  const latestOf = useRef({ record, all })
  latestOf.current = { record, all }
  const claim = useCallback((task: FollowUp) => {
    const { record, all } = latestOf.current
    // The pressed button is about to be removed.
    focusRow(all.find((row) => row.task.id === task.id)?.key ?? "")
    void record(task, { name: "claim" })
  }, [])
  const currentKey = useQueueKeys({
    rows: all,
    list: listRef,
    search,
    focusedKey,
    onOpen: open,
    onClaim: claim,
    onUndo: () => void undo(),
    onOutcome: async (row, action, pressedAt) => {
      const { key, task } = row
      if (!isSettled(pressedAt)) {
        return
      }
      if (action.asks) {
        // What is typed next is meant for the form, which is yet to be shown.
        restart()
        setAsked({ taskId: task.id, action })
        open(task.id)
        return
      }
      const contactId = task.call?.contact.task_id ?? task.id
      if (action.outcome === "wrong_number" && contactId !== task.id) {
        // The number is another order's, which the sheet shows.
        open(contactId)
        return
      }
      const { next, previous } = wayFrom(all, key)
      const changed = await act(row, commandFor(action, {}))
      const deed = changed && deedAfter(changed, outcomesOf(changed.type))
      if (deed) {
        setAsked({ taskId: task.id, action: deed })
        open(task.id)
      } else if (changed) {
        const isMore = isClosed(changed) && (task.call?.task_count ?? 1) > 1
        const beside = isMore ? row : (next ?? previous)
        if (beside) {
          restart()
          focusRow(beside.key)
        }
      }
    },
  })
  // The list may have dropped the row, and has it again only once it is loaded.
  useEffect(() => {
    const key = undoneId === null ? null : rowOf(undoneId)
    if (key !== null && rows.some((row) => row.key === key)) {
      const { activeElement, body } = document
      if (activeElement === body || listRef.current?.contains(activeElement)) {
        focusRow(key)
      }
      setUndoneId(null)
    }
  }, [undoneId, rows, rowOf])
  // It may never come back to this list; later, people are at something else.
  useEffect(() => {
    const timeout = setTimeout(() => setUndoneId(null), UNDONE_SHOWS_WITHIN_MS)
    return () => clearTimeout(timeout)
  }, [undoneId])
  // What the tab has comes before what was found elsewhere.
  const isInTab = rows.some(({ key }) => key === currentKey)
  const inTab = isInTab ? undefined : rows.find(({ gone }) => !gone)
  const entryKey = inTab?.key ?? currentKey
  useEffect(() => {
    const isFound =
      rows.length > 0 ||
      !isSearchedElsewhere(params) ||
      elsewhere?.isCurrent === true
    if (entered === params.search && list.tasks && list.isCurrent && isFound) {
      if (entryKey !== null) {
        restart()
        focusRow(entryKey)
      }
      onReached()
    }
  }, [
    entered,
    params,
    list.tasks,
    list.isCurrent,
    rows.length,
    elsewhere?.isCurrent,
    entryKey,
    onReached,
  ])
  const first = all.find(({ key }) => key === currentKey)
  const soon = params.task === null ? first : way.following
  usePrefetchedSheet(soon?.task.id ?? null)

  if (!list.tasks) {
    return list.error ? (
      <LoadError
        title={t("queue.error")}
        reason={list.error}
        onRetry={list.retry}
      />
    ) : (
      <QueueSkeleton />
    )
  }
  const rowFor = ({ key, task, gone }: Row) => (
    <QueueRow
      key={key}
      rowKey={key}
      task={task}
      gone={gone}
      current={key === currentKey}
      onOpen={open}
      onClaim={claim}
      onFocus={setFocusedKey}
    />
  )
  return (
    <>
      <ArrivalsSpoken tasks={arrived} />
      {(list.error !== null || noNews) && (
        <Text
          role="alert"
          size="small"
          className="bg-ui-tag-orange-bg text-ui-tag-orange-text px-6 py-2 max-lg:px-4"
        >
          {t("queue.stale")}
        </Text>
      )}
      {params.task === null && <HeldRows count={held.length} onShow={show} />}
      <div ref={listRef} className="overflow-clip rounded-b-lg">
        {rows.length === 0 ? (
          <QueueEmpty
            params={params}
            isNowhere={elsewhere?.count === 0}
            onClear={() =>
              onChange({ types: [], statuses: [], assignee: null, search: "" })
            }
          />
        ) : (
          <QueueList count={list.count} busy={list.isOld}>
            {rows.map(rowFor)}
          </QueueList>
        )}
        <QueuePages
          page={params.page}
          count={list.count}
          onChange={(page) => onChange({ page })}
        />
        {elsewhere && (rows.length > 0 || elsewhere.count > 0) && (
          <Elsewhere
            found={elsewhere}
            onSearchAll={() => onChange({ tab: "all" })}
          >
            {elsewhere.rows.map(rowFor)}
          </Elsewhere>
        )}
      </div>
      <CallSheet
        taskId={params.task}
        asked={asked}
        onClose={() => {
          setAsked(null)
          sweep(openKey)
          onChange({ task: null }, { replace: true })
        }}
        steps={{
          previous: way.previous?.task.id ?? null,
          next: way.next?.task.id ?? null,
          following: way.following?.task.id ?? null,
          opened: openedBehind(rows, openKey, params.task),
          elsewhere:
            toDoNow > 0 && (params.tab !== "now" || isFiltered(params))
              ? { count: toDoNow, onGo: () => onChange(EVERYTHING_NOW) }
              : null,
          position:
            way.position && way.position + (params.page - 1) * PAGE_SIZE,
          total: Math.max(way.total, list.count),
          onGo: (id) => {
            sweep(openKey)
            setFocusedKey(rowOf(id))
            onChange({ task: id }, { replace: true })
          },
        }}
        receipts={receipts}
        onReturnFocus={() => {
          const key = openKey ?? currentKey
          if (key) {
            focusRow(key)
          }
        }}
      />
    </>
  )
}
