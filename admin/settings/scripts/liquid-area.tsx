import { clx } from "@medusajs/ui"
import { forwardRef, useId } from "react"
import type { AdminFollowUpScriptFault } from "../../../src/api/admin/follow-ups/scripts/types"
import { useText } from "../../i18n/use-text"
import { faultText } from "./fault-text"

type LiquidAreaProps = {
  label: string
  value: string
  placeholder?: string
  faults: readonly AdminFollowUpScriptFault[]
  onChange: (text: string) => void
}

/** Both layers must wrap identically, or the line numbers are wrong. */
const LAYER =
  "col-start-1 row-start-1 m-0 w-full whitespace-pre-wrap break-words py-2 pl-11 pr-3 font-mono text-xs leading-5 [overflow-wrap:anywhere]"

/**
 * A text area with line numbers, and what is wrong with the text below it. A
 * layer behind it repeats the lines and grows with them, so that a wrapped line
 * has one number and is highlighted as a whole.
 */
export const LiquidArea = forwardRef<HTMLTextAreaElement, LiquidAreaProps>(
  ({ label, value, placeholder, faults, onChange }, ref) => {
    const t = useText()
    const faultsId = useId()
    const isFaulty = (index: number) =>
      faults.some(({ line }) => line === index + 1)
    return (
      <div className="flex flex-col gap-y-2">
        <div className="bg-ui-bg-field shadow-borders-base focus-within:shadow-borders-interactive-with-active relative grid min-h-40 overflow-hidden rounded-lg">
          <div
            aria-hidden
            className={clx(LAYER, "pointer-events-none select-none")}
          >
            {value.split("\n").map((line, index) => (
              <div
                key={index}
                className={clx("relative -ml-11 -mr-3 pl-11 pr-3", {
                  "bg-ui-tag-red-bg": isFaulty(index),
                })}
              >
                <span
                  className={clx(
                    "absolute left-0 w-8 text-right tabular-nums",
                    isFaulty(index)
                      ? "text-ui-tag-red-text"
                      : "text-ui-fg-muted"
                  )}
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
            dir="auto"
            aria-label={label}
            aria-invalid={faults.length > 0}
            aria-describedby={faultsId}
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
        <ul
          id={faultsId}
          aria-live="polite"
          className="txt-compact-small text-ui-tag-red-text flex list-none flex-col gap-y-1 empty:hidden"
        >
          {faults.map((fault) => (
            <li key={`${fault.line} ${fault.column} ${fault.message}`}>
              {faultText(t, fault)}
            </li>
          ))}
        </ul>
      </div>
    )
  }
)
LiquidArea.displayName = "LiquidArea"
