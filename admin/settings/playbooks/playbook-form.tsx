import { useEffect, useRef, useState } from "react"
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
import { Choice } from "../fields/choice"
import { Sentence } from "../fields/sentence"
import { SectionFrame } from "../section-frame"
import { UnsavedChanges } from "../unsaved-changes"
import { useSettingsForm } from "../use-settings-form"
import { AskedInVain } from "./asked-in-vain"
import {
  draftOf,
  draftSchema,
  type ChangeDefinition,
  type Draft,
} from "./draft"
import { HowQuicklySection } from "./how-quickly-section"
import { LateSection } from "./late-section"
import { NobodyAnswersSection } from "./nobody-answers-section"
import { Overtaken } from "./overtaken"
import { PlaybookHead } from "./playbook-head"
import { SafeOrdersSection } from "./safe-orders-section"
import { sectionOfRefusal, sectionsOf, type Section } from "./sections"
import { TakenByAlert } from "./taken-by"
import { useSavePlaybook } from "./use-save-playbook"
import { WhenSection } from "./when-section"
import { WHEN_ORDER_OFF } from "./words"
import { WhoSection } from "./who-section"

/** The form of a playbook, by section. */
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
  const page = useRef<HTMLDivElement>(null)
  /** The server's version that the edits are based on. */
  const [start, setStart] = useState(playbook)
  const form = useSettingsForm<Draft>(draftSchema, draftOf(start), page)
  const { formState, getValues, setValue, reset, watch } = form
  const { isDirty } = formState
  const draft = watch()
  const { definition } = draft
  const startFrom = (from: AdminFollowUpPlaybook) => {
    setStart(from)
    reset(draftOf(from))
  }
  useEffect(() => {
    // Without edits, follow the server. With edits, a newer version is reported
    // as a conflict on saving.
    if (!isDirty && playbook.version > start.version) {
      setStart(playbook)
      reset(draftOf(playbook))
    }
  }, [isDirty, playbook, start, reset])
  const calendar = calendarOf(definition.calendar_id, calendars)
  const { save, pending, refusal, forgive, forgiveIn, dialog } =
    useSavePlaybook(
      start,
      calendar?.definition.time_zone ?? browserTimeZone(),
      startFrom
    )
  const faults = refusal?.kind === "refused" ? refusal.faults : []

  /** The server's errors for a section, without duplicates. */
  const wrong = (section: Section): string[] => [
    ...new Set(
      faults
        .filter((fault) => sectionOfRefusal(fault) === section)
        .map((fault) => refusalText(t, fault))
    ),
  ]
  const discard = () => {
    forgive()
    startFrom(start)
  }

  const type = vocabulary.types.find(({ type }) => type === playbook.type)
  const change: ChangeDefinition = (change) => {
    forgiveIn(sectionsOf(change))
    setValue(
      "definition",
      { ...getValues("definition"), ...change },
      { shouldDirty: true }
    )
  }
  const section = { definition, onChange: change }

  return (
    <div ref={page} className="flex flex-col gap-y-3">
      <PlaybookHead
        playbook={playbook}
        name={draft.name}
        changed={isDirty}
        wrong={wrong("name")}
        onName={(name) => {
          forgiveIn(["name"])
          setValue("name", name, { shouldDirty: true })
        }}
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
      <TakenByAlert playbook={playbook} />
      <AskedInVain
        asked={playbook.asked_in_vain}
        declared={vocabulary.triggers}
        triggers={definition.triggers}
        onAdd={(trigger) =>
          change({ triggers: [...definition.triggers, trigger] })
        }
      />
      <WhenSection {...section} vocabulary={vocabulary} wrong={wrong("when")} />
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
          own={type?.scripts ?? {}}
          broken={
            faults.map(brokenLanguage).find((language) => language) ?? null
          }
          onChange={(scripts) => change({ scripts })}
        />
        {type?.may_cancel_order && (
          <Sentence
            text={t("settings.playbooks.orderOff.sentence")}
            blanks={{
              then: (
                <Choice
                  label={t("settings.playbooks.orderOff.label")}
                  value={definition.when_order_off ?? "ask"}
                  choices={WHEN_ORDER_OFF.map((value) => ({
                    value,
                    label: t(`settings.playbooks.orderOff.${value}`),
                  }))}
                  onChange={(when_order_off) => change({ when_order_off })}
                />
              ),
            }}
          />
        )}
      </SectionFrame>
      <NobodyAnswersSection {...section} wrong={wrong("nobodyAnswers")} />
      <LateSection
        {...section}
        customActions={vocabulary.custom_actions}
        wrong={wrong("late")}
      />
      <WhoSection {...section} wrong={wrong("whoGetsIt")} />
      {type?.has_safe_orders && (
        <SafeOrdersSection {...section} wrong={wrong("safeOrders")} />
      )}
      <SaveBar
        shown={isDirty}
        pending={pending}
        problem={refusal ? t("settings.playbooks.seeAbove") : undefined}
        onSave={() => void form.submit(save)}
        onDiscard={discard}
      />
      <UnsavedChanges changed={isDirty} />
      {dialog}
    </div>
  )
}
