import { Prompt, clx } from "@medusajs/ui"
import type { AdminFollowUpDryRun } from "../../src/api/admin/follow-ups/calendars/types"
import { useText } from "../i18n/use-text"
import { SmallButton } from "../task/small-button"
import { DryRunExamples } from "./dry-run-examples"

/** A warning to show even if no open task is affected. */
export type Caution = { title: string; text: string }

/**
 * Shows how a rule change would affect the open tasks, before it is applied.
 */
export const DryRunDialog = ({
  dryRun,
  timeZone,
  caution,
  confirm,
  dangerous = false,
  pending,
  onConfirm,
  onCancel,
}: {
  dryRun: AdminFollowUpDryRun
  /** The time zone of the examples' times. */
  timeZone: string
  caution?: Caution
  /** The confirm button's label; by default "Save". */
  confirm?: string
  /** It cannot be undone. */
  dangerous?: boolean
  /** Confirmed and pending. */
  pending: boolean
  onConfirm: () => void
  onCancel: () => void
}) => {
  const t = useText()
  const touches = changesTasks(dryRun)
  const said = [
    ...(caution ? [caution.text] : []),
    ...(touches
      ? [t("settings.dryRun.text", { count: dryRun.active_tasks })]
      : []),
  ]
  return (
    <Prompt
      open
      variant="confirmation"
      onOpenChange={(open) => !open && !pending && onCancel()}
    >
      <Prompt.Content className="max-h-[calc(100dvh-2rem)] w-[calc(100%-1rem)] max-w-[640px]">
        <Prompt.Header>
          <Prompt.Title>
            {!touches && caution ? caution.title : t("settings.dryRun.title")}
          </Prompt.Title>
          <Prompt.Description className="flex flex-col gap-y-2 text-pretty">
            {said.map((text) => (
              <span key={text}>{text}</span>
            ))}
          </Prompt.Description>
        </Prompt.Header>
        {touches && (
          <div
            role="group"
            aria-label={t("settings.dryRun.title")}
            // A scrollable element must be focusable by keyboard.
            tabIndex={0}
            className="focus-visible:shadow-borders-focus flex min-h-0 flex-col gap-y-4 overflow-y-auto px-6 pt-4 outline-none"
          >
            <dl className="grid grid-cols-2 gap-2 sm:grid-cols-4">
              <Figure name={t("settings.dryRun.moved")} count={dryRun.moved} />
              <Figure
                name={t("settings.dryRun.missTarget")}
                count={dryRun.miss_target}
                tone="text-ui-tag-orange-text"
              />
              <Figure
                name={t("settings.dryRun.becomeLate")}
                count={dryRun.become_late}
                tone="text-ui-tag-red-text"
              />
              <Figure
                name={t("settings.dryRun.stopBeingLate")}
                count={dryRun.stop_being_late}
                tone="text-ui-tag-green-text"
              />
            </dl>
            <DryRunExamples dryRun={dryRun} timeZone={timeZone} />
          </div>
        )}
        <Prompt.Footer>
          <SmallButton disabled={pending} onClick={onCancel}>
            {t("settings.cancel")}
          </SmallButton>
          <SmallButton
            variant={dangerous ? "danger" : "primary"}
            autoFocus={!dangerous}
            isLoading={pending}
            onClick={onConfirm}
          >
            {confirm ?? t("forms.save")}
          </SmallButton>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}

export function changesTasks(dryRun: AdminFollowUpDryRun): boolean {
  return dryRun.moved + dryRun.become_late + dryRun.stop_being_late > 0
}

const Figure = ({
  name,
  count,
  tone = "text-ui-fg-base",
}: {
  name: string
  count: number
  /** The colour of a non-zero count. */
  tone?: string
}) => (
  <div className="bg-ui-bg-subtle flex flex-col-reverse justify-end rounded-lg border px-3 py-2">
    <dt className="txt-compact-xsmall text-ui-fg-subtle">{name}</dt>
    <dd
      className={clx(
        "txt-compact-xlarge-plus tabular-nums",
        count > 0 ? tone : "text-ui-fg-subtle"
      )}
    >
      {count}
    </dd>
  </div>
)
