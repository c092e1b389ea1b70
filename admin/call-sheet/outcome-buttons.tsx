import { clx } from "@medusajs/ui"
import { useKinds } from "../desk/use-kinds"
import { useText } from "../i18n/use-text"
import { Key } from "../keyboard/key"
import { useListKeys } from "../keyboard/use-list-keys"
import { actionLabel } from "../task/action-label"
import type { OutcomeAction } from "../task/outcome-actions"
import { SmallButton } from "../task/small-button"

const FEW = 2

/** A button for each outcome, labelled with its key. */
export const OutcomeButtons = ({
  title,
  type,
  actions,
  pending,
  primary = false,
  few = false,
  isNamed = false,
  hasKeys = true,
  onChoose,
}: {
  title: string
  /** The task's type. */
  type: string
  actions: readonly OutcomeAction[]
  /** The outcome being sent to the server. */
  pending: string | null
  /** The first outcome is the usual one, and its button is primary. */
  primary?: boolean
  /** In a narrow window, shows only the first two at first. */
  few?: boolean
  /** The line above says what they are, so that a narrow window saves one. */
  isNamed?: boolean
  /** The keys are for this task, and not for another of the call. */
  hasKeys?: boolean
  onChoose: (action: OutcomeAction) => void
}) => {
  const t = useText()
  const kinds = useKinds()
  // Its digits are those of the outcomes, of both groups.
  const { list } = useListKeys<HTMLDivElement>()
  if (actions.length === 0) {
    return null
  }
  return (
    <div
      role="group"
      aria-label={title}
      className="flex flex-wrap items-start gap-2"
    >
      <span
        aria-hidden
        className={clx(
          "txt-compact-small text-ui-fg-subtle w-full lg:w-24 lg:shrink-0 lg:pt-1.5",
          { "max-lg:hidden": isNamed }
        )}
      >
        {title}
      </span>
      <div {...list} className="flex flex-1 flex-wrap gap-2">
        {actions.map((action, index) => (
          <SmallButton
            key={`${action.kind} ${action.outcome}`}
            variant={primary && index === 0 ? "primary" : "secondary"}
            className={clx("max-lg:flex-auto max-lg:px-3", {
              "max-lg:hidden": few && index >= FEW,
            })}
            aria-keyshortcuts={hasKeys ? action.key : undefined}
            isLoading={pending === action.outcome}
            disabled={pending !== null}
            onClick={() => onChoose(action)}
          >
            <span
              className={clx("whitespace-nowrap", {
                // In the middle while its key is hidden, which keeps its room.
                "lg:[[role=dialog]:has([data-follow-ups-takes-choice]:focus-within)_&]:translate-x-[13px]":
                  hasKeys && action.key && action.kind !== "tried",
              })}
            >
              {actionLabel(t, kinds, type, action)}
            </span>
            {hasKeys && action.key && (
              <span
                className={clx("contents", {
                  "[[role=dialog]:has([data-follow-ups-takes-choice]:focus-within)_&]:invisible":
                    action.kind !== "tried",
                })}
              >
                <Key name={action.key} onDark={primary && index === 0} />
              </span>
            )}
          </SmallButton>
        ))}
      </div>
    </div>
  )
}
