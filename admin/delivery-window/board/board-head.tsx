import { ChevronLeftMini, ChevronRightMini } from "@medusajs/icons"
import { Heading, Input, Text } from "@medusajs/ui"
import type { AdminDeliveryBoardResponse } from "../../../src/api/admin/delivery-windows/types"
import { useText } from "../../i18n/use-text"
import { Key } from "../../keyboard/key"
import { ShortcutHelp } from "../../keyboard/shortcut-help"
import { useKeys } from "../../keyboard/use-keys"
import {
  dateWords,
  dayNumber,
  dayText,
} from "../../settings/calendars/local-day"
import { IconAction } from "../../task/icon-action"
import { SmallButton } from "../../task/small-button"
import { TOUCH_HEIGHT } from "../../task/touch-height"
import { Backlog } from "./backlog"
import { BOARD_KEYS } from "./board-keys"

/** The day that is shown, and the way to others. */
export const BoardHead = ({
  board,
  onDay,
}: {
  /** Undefined until loaded. */
  board: AdminDeliveryBoardResponse | undefined
  /** Null: today. */
  onDay: (date: string | null) => void
}) => {
  const t = useText()
  const step = (days: number) => () => {
    if (board) {
      onDay(dayText(dayNumber(board.date) + days))
    }
  }
  /** The list says who gets what, where. */
  const prints =
    board?.reads_orders && board.windows.some(({ bookings }) => bookings.length)
  const print = prints ? () => window.print() : undefined
  useKeys({ n: step(1), p: step(-1), t: () => onDay(null), q: print })
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-4 max-lg:px-4">
      <div className="min-w-0">
        <Heading>{t("delivery.board.title")}</Heading>
        <Text
          // Chrome keeps the first letter of a text that is replaced as it was.
          key={board?.date}
          size="small"
          className="text-ui-fg-subtle first-letter:uppercase"
        >
          {board ? dayWords(board.date, t.locale) : "…"}
        </Text>
        {board?.reads_orders === false && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("delivery.board.noOrders")}
          </Text>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {board && board.backlog.count > 0 && (
          <Backlog count={board.backlog.count} onDay={onDay} />
        )}
        <div className="flex items-center max-lg:-ml-2.5">
          <IconAction
            aria-label={t("delivery.board.previousDay")}
            aria-keyshortcuts="p"
            onClick={step(-1)}
          >
            <ChevronLeftMini />
          </IconAction>
          <SmallButton
            aria-keyshortcuts="t"
            disabled={board?.date === board?.today}
            onClick={() => onDay(null)}
          >
            {t("delivery.board.today")}
            <Key name="t" />
          </SmallButton>
          <IconAction
            aria-label={t("delivery.board.nextDay")}
            aria-keyshortcuts="n"
            onClick={step(1)}
          >
            <ChevronRightMini />
          </IconAction>
        </div>
        <Input
          type="date"
          size="small"
          className={TOUCH_HEIGHT}
          aria-label={t("delivery.board.day")}
          value={board?.date ?? ""}
          onChange={({ target }) => target.value && onDay(target.value)}
        />
        <SmallButton aria-keyshortcuts="q" disabled={!prints} onClick={print}>
          {t("delivery.board.print")}
          <Key name="q" />
        </SmallButton>
        <ShortcutHelp shortcuts={BOARD_KEYS} />
      </div>
    </div>
  )
}

export const dayWords = (date: string, locale: string) =>
  dateWords(date, locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  })
