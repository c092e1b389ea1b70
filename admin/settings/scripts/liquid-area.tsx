import { clx } from "@medusajs/ui"
import { forwardRef } from "react"

type LiquidAreaProps = {
  id: string
  label: string
  value: string
  placeholder?: string
  /** Line numbers, from 1. */
  faulty: readonly number[]
  describedBy?: string
  onChange: (text: string) => void
}

/** Both layers must wrap identically, or the line numbers are wrong. */
const LAYER =
  "col-start-1 row-start-1 m-0 w-full whitespace-pre-wrap break-words py-2 pl-11 pr-3 font-mono text-xs leading-5 [overflow-wrap:anywhere]"

/**
 * A text area with line numbers. A layer behind it repeats the lines and grows
 * with them, so that a wrapped line has one number and is highlighted as a
 * whole.
 */
export const LiquidArea = forwardRef<HTMLTextAreaElement, LiquidAreaProps>(
  ({ id, label, value, placeholder, faulty, describedBy, onChange }, ref) => (
    <div className="bg-ui-bg-field shadow-borders-base focus-within:shadow-borders-interactive-with-active relative grid min-h-40 overflow-hidden rounded-lg">
      <div
        aria-hidden
        className={clx(LAYER, "pointer-events-none select-none")}
      >
        {value.split("\n").map((line, index) => (
          <div
            key={index}
            className={clx("relative -ml-11 -mr-3 pl-11 pr-3", {
              "bg-ui-tag-red-bg": faulty.includes(index + 1),
            })}
          >
            <span
              className={clx("absolute left-0 w-8 text-right tabular-nums", {
                "text-ui-tag-red-text": faulty.includes(index + 1),
                "text-ui-fg-muted": !faulty.includes(index + 1),
              })}
            >
              {index + 1}
            </span>
            {/* An empty line needs its height. */}
            <span className="text-transparent">{line || " "}</span>
          </div>
        ))}
      </div>
      <textarea
        ref={ref}
        id={id}
        dir="auto"
        aria-label={label}
        aria-invalid={faulty.length > 0}
        aria-describedby={describedBy}
        spellCheck={false}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
        className={clx(
          LAYER,
          "text-ui-fg-base placeholder:text-ui-fg-muted relative resize-none overflow-hidden bg-transparent outline-none"
        )}
      />
    </div>
  )
)
LiquidArea.displayName = "LiquidArea"
