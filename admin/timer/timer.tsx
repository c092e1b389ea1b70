import { Tooltip, clx } from "@medusajs/ui"
import { useState } from "react"
import type { FollowUpAlone } from "../api/follow-up"
import { useNow } from "../clock/use-now"
import { useKinds } from "../desk/use-kinds"
import { useText } from "../i18n/use-text"
import { TOUCH_HEIGHT } from "../task/touch-height"
import { LevelIcon } from "./level-icon"
import { readTimer, type TimerReading } from "./reading"
import { timerText } from "./timer-text"
import { Why } from "./why"

/** A task's timer; hovering or focusing it explains its value. */
export const Timer = ({
  task,
  tabIndex,
  className,
}: {
  task: FollowUpAlone
  tabIndex?: number
  className?: string
}) => {
  const t = useText()
  const { outcomeName } = useKinds()
  const now = useNow()
  const [open, setOpen] = useState(false)
  const reading = readTimer(task, now)
  const { main, detail } = timerText(
    t,
    (outcome) => outcomeName(task.type, outcome),
    reading,
    now,
    task.calendar.time_zone
  )

  return (
    <Tooltip
      open={open}
      onOpenChange={setOpen}
      maxWidth={360}
      collisionPadding={8}
      className="px-3 py-2"
      content={<Why task={task} />}
    >
      <button
        type="button"
        tabIndex={tabIndex}
        data-timer={reading.kind}
        // Touch has no hover, so a tap shows the explanation.
        onClick={(event) => {
          event.preventDefault()
          event.stopPropagation()
          setOpen(true)
        }}
        className={clx(
          TOUCH_HEIGHT,
          "txt-compact-small focus-visible:shadow-borders-focus inline-flex max-w-full cursor-help items-center gap-x-1.5 rounded-md border px-1.5 py-0.5 text-left outline-none",
          toneOf(reading),
          className
        )}
      >
        <LevelIcon reading={reading} />
        <span className="min-w-0 overflow-hidden">
          {/* The dot of a detail that has a line of its own is clipped. */}
          <span
            className={clx(
              "flex flex-wrap [&>*]:relative",
              reading.kind === "running"
                ? "-ms-1 [&>*]:ps-1"
                : "-ms-3 [&>*]:ps-3"
            )}
          >
            <span className="font-medium tabular-nums">{main}</span>
            {detail && (
              <span
                className={clx(
                  reading.kind !== "running" &&
                    "before:absolute before:start-0 before:w-3 before:text-center before:content-['·']"
                )}
              >
                {" "}
                {detail}
              </span>
            )}
          </span>
        </span>
      </button>
    </Tooltip>
  )
}

function toneOf(reading: TimerReading): string {
  if (reading.kind === "due") {
    return TONES.at_risk
  }
  return reading.kind === "running" || reading.kind === "closed"
    ? TONES[reading.level]
    : TONES.quiet
}

const TONES = {
  quiet: "text-ui-fg-subtle border-transparent",
  on_track: "text-ui-fg-base border-transparent [&_svg]:text-ui-tag-green-icon",
  at_risk:
    "bg-ui-tag-orange-bg border-ui-tag-orange-border text-ui-tag-orange-text [&_svg]:text-ui-tag-orange-icon",
  critical:
    "border-ui-tag-red-border text-ui-tag-red-text [&_svg]:text-ui-tag-red-icon",
  breached:
    "bg-ui-tag-red-bg border-ui-tag-red-border text-ui-tag-red-text [&_svg]:text-ui-tag-red-icon",
}
