import type { Fallback } from "../../../src/api/admin/follow-ups/playbooks/types"
import { useCannedAnswers } from "../../api/canned-answers"
import { useText } from "../../i18n/use-text"
import { Choice } from "../fields/choice"
import { PersonChoice } from "../fields/people"
import { FALLBACKS } from "./words"

/** An id that no canned answer has. */
const NONE = "none"

/** What to do with a task after its last attempt. */
export const FallbackFields = ({
  fallback,
  onChange,
}: {
  fallback: Fallback
  onChange: (fallback: Fallback) => void
}) => {
  const t = useText()
  const { data: answers } = useCannedAnswers()
  return (
    <span className="inline-flex min-w-0 flex-wrap items-center gap-2">
      <Choice
        label={t("settings.playbooks.retry.fallback")}
        value={fallback.kind}
        choices={FALLBACKS.map((kind) => ({
          value: kind,
          label: t(`settings.playbooks.retry.fallbacks.${kind}`),
        }))}
        onChange={(kind) => onChange({ kind })}
      />
      {fallback.kind === "message_customer" && (
        <Choice
          label={t("settings.playbooks.retry.answer")}
          value={fallback.canned_answer_id ?? NONE}
          choices={[
            { value: NONE, label: t("settings.playbooks.retry.anyAnswer") },
            ...(answers ?? []).map(({ id, name }) => ({
              value: id,
              label: name,
            })),
          ]}
          onChange={(chosen) =>
            onChange({
              ...fallback,
              canned_answer_id: chosen === NONE ? null : chosen,
            })
          }
        />
      )}
      {fallback.kind === "hand_over" && (
        <PersonChoice
          label={t("settings.playbooks.retry.handOverTo")}
          id={fallback.assignee_id ?? null}
          nobody={t("settings.playbooks.retry.toNobody")}
          onChange={(assignee_id) => onChange({ ...fallback, assignee_id })}
        />
      )}
    </span>
  )
}
