import { clx } from "@medusajs/ui"
import { useText } from "../i18n/use-text"
import { levelOf, type Filled, type Level } from "./level"

const BARS: Readonly<Record<Level, string>> = {
  open: "bg-ui-tag-green-icon",
  nearly: "bg-ui-tag-orange-icon",
  full: "bg-ui-tag-red-icon",
  over: "bg-ui-tag-red-icon",
}

/** How full a window is, as a bar and as `7 / 10`. */
export const Fullness = ({
  window,
  className,
}: {
  window: Filled
  className?: string
}) => {
  const t = useText()
  const { booked, capacity } = window
  const level = levelOf(window)
  const share = capacity === 0 ? 1 : Math.min(booked / capacity, 1)
  return (
    <div
      className={clx(
        "txt-compact-xsmall text-ui-fg-subtle flex items-center gap-x-2",
        className
      )}
    >
      <span
        aria-hidden
        className="bg-ui-bg-component-pressed h-1 min-w-0 flex-1 overflow-hidden rounded-full"
      >
        <span
          style={{ width: `${share * 100}%` }}
          className={clx("block h-full rounded-full", BARS[level])}
        />
      </span>
      <span aria-hidden className="shrink-0 tabular-nums">
        <span className={clx(level === "over" && "text-ui-tag-red-text")}>
          {booked}
        </span>
        {` / ${capacity}`}
      </span>
      <span className="sr-only">
        {t("delivery.takenOf", { booked, capacity })}
      </span>
    </div>
  )
}
