import { Trash } from "@medusajs/icons"
import { Container, Heading, Input, toast } from "@medusajs/ui"
import { useEffect, useId, useRef, useState } from "react"
import { useNavigate } from "react-router-dom"
import type { AdminFollowUpCannedAnswer } from "../../../src/api/admin/follow-ups/canned-answers/types"
import { useCannedAnswerChanges } from "../../api/canned-answers"
import { usePlaybookVocabulary } from "../../api/playbooks"
import { useText } from "../../i18n/use-text"
import { IconAction } from "../../task/icon-action"
import { BackLink } from "../back-link"
import { ListPicker } from "../fields/list-picker"
import { typeText } from "../playbooks/type-text"
import { SaveBar } from "../save-bar"
import { refusalText } from "../../refusals/refusal-text"
import { brokenLanguage } from "../scripts/broken-language"
import { TextsEditor } from "../scripts/texts-editor"
import { SectionFrame } from "../section-frame"
import { SETTINGS_PATHS } from "../settings-tabs"
import { UnsavedChanges } from "../unsaved-changes"
import { useShowWrong } from "../use-show-wrong"
import {
  answerDraft,
  answerProblems,
  EMPTY,
  isAnswerChanged,
  type AnswerDraft,
} from "./draft"
import { useDeleteAnswer } from "./use-delete-answer"

/** A canned answer, or one that is not there yet. */
export const CannedAnswerForm = ({
  answer,
}: {
  answer: AdminFollowUpCannedAnswer | null
}) => {
  const t = useText()
  const id = useId()
  const navigate = useNavigate()
  const page = useRef<HTMLDivElement>(null)
  const showWrong = useShowWrong(page)
  const { create, update } = useCannedAnswerChanges()
  const removeAnswer = useDeleteAnswer()
  const { data: vocabulary } = usePlaybookVocabulary()
  const [saved, setSaved] = useState(() =>
    answer ? answerDraft(answer) : EMPTY
  )
  const [draft, setDraft] = useState<AnswerDraft>(saved)
  const [asked, setAsked] = useState(false)
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const [leaveFor, setLeaveFor] = useState<string | null>(null)
  const changed = isAnswerChanged(draft, saved)
  const problems = asked ? answerProblems(draft) : []
  const noName = problems.includes("noName")

  // Once nothing is unsaved any more, so that nobody is asked about it.
  useEffect(() => {
    if (leaveFor !== null) {
      navigate(leaveFor, { replace: true })
    }
  }, [leaveFor, navigate])

  const change = (part: Partial<AnswerDraft>) =>
    setDraft((was) => ({ ...was, ...part }))
  const save = async () => {
    setAsked(true)
    if (answerProblems(draft).length > 0) {
      showWrong()
      return
    }
    setPending(true)
    setRefusal(null)
    try {
      const body = { ...draft, name: draft.name.trim() }
      const kept = answer ? await update(answer.id, body) : await create(body)
      setSaved(answerDraft(kept))
      setDraft(answerDraft(kept))
      setAsked(false)
      toast.success(t("settings.cannedAnswers.saved"))
      if (!answer) {
        setLeaveFor(`${SETTINGS_PATHS.cannedAnswers}/${kept.id}`)
      }
    } catch (error) {
      setRefusal(error)
      showWrong()
    } finally {
      setPending(false)
    }
  }
  const discard = () => {
    setDraft(saved)
    setAsked(false)
    setRefusal(null)
  }
  const takeAway = async () => {
    if (answer && (await removeAnswer(answer))) {
      setDraft(saved)
      setLeaveFor(SETTINGS_PATHS.cannedAnswers)
    }
  }

  return (
    <div ref={page} className="flex flex-col gap-y-3">
      <Container className="divide-y p-0">
        <div className="flex items-start justify-between gap-x-4 px-6 py-4 max-lg:px-4">
          <div className="flex min-w-0 flex-col items-start gap-y-1">
            <BackLink tab="cannedAnswers" />
            <Heading className="min-w-0 max-w-full break-words">
              {answer?.name ?? t("settings.cannedAnswers.create")}
            </Heading>
          </div>
          {answer && (
            <IconAction
              aria-label={t("settings.cannedAnswers.deleteOne", {
                name: answer.name,
              })}
              onClick={() => void takeAway()}
            >
              <Trash />
            </IconAction>
          )}
        </div>
        <div className="flex flex-col gap-y-4 px-6 py-4 max-lg:px-4">
          <div className="flex flex-col gap-y-1">
            <label htmlFor={id} className="txt-compact-small-plus">
              {t("settings.cannedAnswers.name")}
            </label>
            <Input
              id={id}
              size="small"
              className="max-w-96 max-lg:h-10"
              placeholder={t("settings.cannedAnswers.nameHint")}
              aria-invalid={noName}
              aria-describedby={`${id}-wrong`}
              value={draft.name}
              onChange={(event) => change({ name: event.target.value })}
            />
            <p
              id={`${id}-wrong`}
              role="alert"
              className="txt-compact-small text-ui-fg-error empty:hidden"
            >
              {noName && t("settings.playbooks.problems.noName")}
            </p>
          </div>
          <div className="flex flex-col gap-y-1">
            <span className="txt-compact-small-plus">
              {t("settings.cannedAnswers.types")}
            </span>
            <div className="txt-compact-small flex flex-wrap items-center gap-x-2">
              {draft.types.length === 0 && (
                <span className="text-ui-fg-subtle">
                  {t("settings.cannedAnswers.allTypes")}
                </span>
              )}
              <ListPicker
                label={t("settings.cannedAnswers.types")}
                choices={(vocabulary?.types ?? []).map(({ type }) => ({
                  id: type,
                  name: typeText(t, type, vocabulary),
                }))}
                ids={draft.types}
                onChange={(types) => change({ types })}
              />
            </div>
          </div>
        </div>
      </Container>
      <SectionFrame
        title={t("settings.cannedAnswers.text")}
        summary={t("settings.cannedAnswers.textAbout")}
        wrong={[
          ...(problems.includes("noText")
            ? [t("settings.cannedAnswers.noText")]
            : []),
          ...(refusal === null ? [] : [refusalText(t, refusal)]),
        ]}
      >
        <TextsEditor
          label={t("settings.cannedAnswers.text")}
          texts={draft.texts}
          own={{}}
          broken={brokenLanguage(refusal)}
          onChange={(texts) => change({ texts })}
        />
      </SectionFrame>
      <SaveBar
        shown={changed}
        pending={pending}
        problem={
          problems.length > 0 || refusal !== null
            ? t("settings.playbooks.seeAbove")
            : undefined
        }
        onSave={() => void save()}
        onDiscard={discard}
      />
      <UnsavedChanges changed={changed && leaveFor === null} />
    </div>
  )
}
