import { ArrowRightMini } from "@medusajs/icons"
import { Badge, Text } from "@medusajs/ui"
import type { AdminFollowUpDryRun } from "../../src/api/admin/follow-ups/calendars/types"
import { exactMoment } from "../clock/moment-text"
import { zoneName } from "../clock/zone-name"
import { useText, type Text as Texts } from "../i18n/use-text"
import { useKinds } from "../desk/use-kinds"

type Example = AdminFollowUpDryRun["examples"][number]

/** Examples of affected tasks, those that become late first. */
export const DryRunExamples = ({
  dryRun,
  timeZone,
}: {
  dryRun: AdminFollowUpDryRun
  timeZone: string
}) => {
  const t = useText()
  const { typeName } = useKinds()
  if (dryRun.examples.length === 0) {
    return null
  }
  return (
    <div>
      <Text size="xsmall" className="text-ui-fg-subtle pb-1.5">
        {t("settings.dryRun.examples", {
          zone: zoneName(timeZone, t.locale),
        })}
      </Text>
      <ul className="divide-y rounded-lg border">
        {dryRun.examples.map((example) => (
          <li
            key={`${example.follow_up.id} ${example.deadline}`}
            className="txt-compact-small flex flex-col gap-y-1 px-3 py-2"
          >
            <div className="flex items-center justify-between gap-x-2">
              <span className="text-ui-fg-base min-w-0 truncate">
                {taskName(typeName(example.follow_up.type), example)}
              </span>
              {example.becomes && (
                <Badge
                  size="2xsmall"
                  color={example.becomes === "late" ? "red" : "green"}
                  className="shrink-0"
                >
                  {t(`settings.dryRun.becomes.${example.becomes}`)}
                </Badge>
              )}
            </div>
            <div className="text-ui-fg-subtle flex flex-wrap items-center gap-x-1.5 tabular-nums">
              <span>{movedName(t, example)}:</span>
              <span>{momentOrNone(t, example.before, timeZone)}</span>
              <ArrowRightMini aria-label={t("settings.dryRun.then")} />
              <span className="text-ui-fg-base">
                {momentOrNone(t, example.after, timeZone)}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

function taskName(type: string, { follow_up }: Example): string {
  return [
    type,
    follow_up.order_display_id !== null && `#${follow_up.order_display_id}`,
    follow_up.customer_name,
  ]
    .filter(Boolean)
    .join(" · ")
}

function movedName(t: Texts, { deadline }: Example): string {
  return deadline === "waiting_until"
    ? t("settings.dryRun.comesBack")
    : t(`settings.deadlines.${deadline}`)
}

function momentOrNone(t: Texts, at: string | null, timeZone: string): string {
  return at === null
    ? t("settings.dryRun.none")
    : exactMoment(t, Date.parse(at), timeZone)
}
