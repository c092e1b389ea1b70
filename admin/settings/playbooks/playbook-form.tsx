import { useRef, useState } from "react"
import type {
  AdminFollowUpPlaybook,
  AdminFollowUpPlaybookVocabularyResponse,
} from "../../../src/api/admin/follow-ups/playbooks/types"
import { browserTimeZone } from "../../clock/zoned"
import { useText } from "../../i18n/use-text"
import { calendarOf, useCalendars } from "../calendars/queries"
import { SaveBar } from "../save-bar"
import { refusalText } from "../../refusals/refusal-text"
import { brokenLanguage } from "../scripts/broken-language"
import { TextsEditor } from "../scripts/texts-editor"
import { SectionFrame } from "../section-frame"
import { UnsavedChanges } from "../unsaved-changes"
import { useShowWrong } from "../use-show-wrong"
import { HowQuicklySection } from "./how-quickly-section"
import { LateSection } from "./late-section"
import { NobodyAnswersSection } from "./nobody-answers-section"
import { Overtaken } from "./overtaken"
import { PlaybookHead } from "./playbook-head"
import { problemsOf } from "./problems"
import { SafeOrdersSection } from "./safe-orders-section"
import type { Section } from "./sections"
import { useDraft } from "./use-draft"
import { useSavePlaybook } from "./use-save-playbook"
import { WhenSection } from "./when-section"
import { WhoSection } from "./who-section"

/** Only orders can be safe without a call. */
const CONFIRM_ORDER = "confirm_order"

/** Everything that a playbook says, section by section. */
export const PlaybookForm = ({
  playbook,
  vocabulary,
}: {
  playbook: AdminFollowUpPlaybook
  vocabulary: AdminFollowUpPlaybookVocabularyResponse
}) => {
  const t = useText()
  const { data } = useCalendars()
  const calendars = data?.calendars ?? []
  const { start, draft, changed, changeName, changeDefinition, startFrom } =
    useDraft(playbook)
  const { definition } = draft
  const calendar = calendarOf(definition.calendar_id, calendars)
  const { save, pending, refusal, forgive, dialog } = useSavePlaybook(
    start,
    calendar?.definition.time_zone ?? browserTimeZone(),
    startFrom
  )
  /** It was to be saved, and is not. */
  const [asked, setAsked] = useState(false)
  const page = useRef<HTMLDivElement>(null)
  const showWrong = useShowWrong(page)
  const problems = problemsOf(draft)

  /** What is wrong with a section: the page's own findings once it was to be saved. */
  const wrong = (section: Section): string[] => [
    ...(asked ? problems : [])
      .filter((problem) => problem.section === section)
      .map(({ kind }) => t(`settings.playbooks.problems.${kind}`)),
    ...(refusal?.kind === "refused" && refusal.section === section
      ? [refusalText(t, refusal.error)]
      : []),
  ]
  const submit = async () => {
    setAsked(true)
    if (problems.length > 0) {
      showWrong()
      return
    }
    const refused = await save(draft)
    setAsked(false)
    if (refused) {
      showWrong()
    }
  }
  const discard = () => {
    setAsked(false)
    forgive()
    startFrom(start)
  }

  const own =
    vocabulary.types.find(({ type }) => type === playbook.type)?.scripts ?? {}
  const section = { definition, onChange: changeDefinition }

  return (
    <div ref={page} className="flex flex-col gap-y-3">
      <PlaybookHead
        playbook={playbook}
        vocabulary={vocabulary}
        name={draft.name}
        changed={changed}
        wrong={wrong("name")}
        onName={changeName}
        onReset={startFrom}
      />
      {refusal?.kind === "overtaken" && (
        <Overtaken
          latest={refusal.latest}
          onTakeLatest={() => {
            forgive()
            startFrom(refusal.latest)
          }}
        />
      )}
      <WhenSection
        {...section}
        fields={vocabulary.condition_fields}
        wrong={wrong("when")}
      />
      <HowQuicklySection
        {...section}
        calendars={calendars}
        wrong={wrong("howQuickly")}
      />
      <SectionFrame
        title={t("settings.playbooks.sections.whatToSay")}
        summary={t("settings.playbooks.say.about")}
        wrong={wrong("whatToSay")}
      >
        <TextsEditor
          label={t("settings.playbooks.sections.whatToSay")}
          texts={definition.scripts}
          own={own}
          broken={
            refusal?.kind === "refused" ? brokenLanguage(refusal.error) : null
          }
          onChange={(scripts) => changeDefinition({ scripts })}
        />
      </SectionFrame>
      <NobodyAnswersSection {...section} wrong={wrong("nobodyAnswers")} />
      <LateSection
        {...section}
        customActions={vocabulary.custom_actions}
        wrong={wrong("late")}
      />
      <WhoSection {...section} wrong={wrong("whoGetsIt")} />
      {playbook.type === CONFIRM_ORDER && (
        <SafeOrdersSection {...section} wrong={wrong("safeOrders")} />
      )}
      <SaveBar
        shown={changed}
        pending={pending}
        problem={
          wrongAnywhere(asked && problems.length > 0, refusal?.kind)
            ? t("settings.playbooks.seeAbove")
            : undefined
        }
        onSave={() => void submit()}
        onDiscard={discard}
      />
      <UnsavedChanges changed={changed} />
      {dialog}
    </div>
  )
}

function wrongAnywhere(
  hasProblems: boolean,
  refusal: "overtaken" | "refused" | undefined
): boolean {
  return hasProblems || refusal !== undefined
}
