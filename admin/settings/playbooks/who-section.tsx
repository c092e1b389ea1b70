import type { Assignment } from "../../../src/api/admin/follow-ups/playbooks/types"
import { useText } from "../../i18n/use-text"
import { Check } from "../fields/check"
import { NumberInput } from "../fields/number-input"
import { PeoplePicker, usePersonName } from "../fields/people"
import { Sentence } from "../fields/sentence"
import { SectionFrame } from "../section-frame"
import { assignmentText } from "./assignment-text"
import type { SectionProps } from "./sections"

/** The assignee of a new task. */
export const WhoSection = ({
  definition: { assignment },
  wrong,
  onChange,
}: SectionProps) => {
  const t = useText()
  const personName = usePersonName()
  const set = (change: Partial<Assignment>) =>
    onChange({ assignment: { ...assignment, ...change } })
  return (
    <SectionFrame
      title={t("settings.playbooks.sections.whoGetsIt")}
      summary={assignmentText(t, assignment, personName)}
      wrong={wrong}
    >
      <Check
        label={t("settings.playbooks.who.lastAgent")}
        hint={t("settings.playbooks.who.lastAgentHint")}
        checked={assignment.last_agent}
        onChange={(last_agent) => set({ last_agent })}
      />
      <Sentence
        text={t("settings.playbooks.who.turns")}
        blanks={{
          people: (
            <PeoplePicker
              label={t("settings.playbooks.who.people")}
              ids={assignment.user_ids}
              onChange={(user_ids) => set({ user_ids })}
            />
          ),
        }}
      />
      {(assignment.user_ids.length > 0 || assignment.last_agent) && (
        <Sentence
          text={t("settings.playbooks.who.cap")}
          blanks={{
            count: (
              <NumberInput
                label={t("settings.playbooks.who.mostOpen")}
                value={assignment.most_open_tasks}
                placeholder={t("settings.playbooks.retry.any")}
                max={10_000}
                onChange={(most_open_tasks) => set({ most_open_tasks })}
                onEmpty={() => set({ most_open_tasks: null })}
              />
            ),
          }}
        />
      )}
    </SectionFrame>
  )
}
