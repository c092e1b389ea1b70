import { Form } from "@medusajs/dashboard/components"
import { Trash } from "@medusajs/icons"
import { Container, Heading, Input, toast } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useNavigate } from "react-router-dom"
import type { AdminFollowUpCannedAnswer } from "../../../src/api/admin/follow-ups/canned-answers/types"
import { useCannedAnswerChanges } from "../../api/canned-answers"
import { usePlaybookVocabulary } from "../../api/playbooks"
import { useKinds } from "../../desk/use-kinds"
import { faultsOf } from "../../api/refused"
import { useText } from "../../i18n/use-text"
import { refusalText } from "../../refusals/refusal-text"
import { refusedField } from "../../refusals/refused-field"
import { IconAction } from "../../task/icon-action"
import { TOUCH_HEIGHT } from "../../task/touch-height"
import { BackLink } from "../back-link"
import { ListPicker } from "../fields/list-picker"
import { inOrderOf } from "../in-order-of"
import { SaveBar } from "../save-bar"
import { brokenLanguage } from "../scripts/broken-language"
import { TextsEditor } from "../scripts/texts-editor"
import { SectionFrame } from "../section-frame"
import { SETTINGS_PATHS } from "../settings-tabs"
import { UnsavedChanges, withoutAsking } from "../unsaved-changes"
import { useSettingsForm } from "../use-settings-form"
import {
  ANSWER_FIELDS,
  answerSchema,
  EMPTY,
  valuesOf,
  type AnswerValues,
} from "./answer-values"
import { useDeleteAnswer } from "./use-delete-answer"

/** The form of an existing or a new canned answer. */
export const CannedAnswerForm = ({
  answer,
}: {
  answer: AdminFollowUpCannedAnswer | null
}) => {
  const t = useText()
  const { typeName } = useKinds()
  const navigate = useNavigate()
  const page = useRef<HTMLDivElement>(null)
  const { create, update } = useCannedAnswerChanges()
  const removeAnswer = useDeleteAnswer()
  const { data: vocabulary } = usePlaybookVocabulary()
  const form = useSettingsForm<AnswerValues>(
    answerSchema(t),
    answer ? valuesOf(answer) : EMPTY,
    page
  )
  const { control, formState, reset, setError } = form
  const { isDirty, isSubmitting, errors } = formState
  /** The language of the text with the server's error. */
  const [broken, setBroken] = useState<string | null>(null)

  const save = () =>
    form.submit(async (body) => {
      setBroken(null)
      try {
        const kept = answer ? await update(answer.id, body) : await create(body)
        reset(valuesOf(kept))
        toast.success(t("settings.cannedAnswers.saved"))
        if (!answer) {
          void navigate(`${SETTINGS_PATHS.cannedAnswers}/${kept.id}`, {
            replace: true,
            ...withoutAsking,
          })
        }
      } catch (error) {
        const faults = faultsOf(error)
        setBroken(faults.map(brokenLanguage).find((one) => one) ?? null)
        for (const fault of faults) {
          setError(refusedField(fault, ANSWER_FIELDS) ?? "root", {
            message: refusalText(t, fault),
          })
        }
      }
    })
  const takeAway = async () => {
    if (answer && (await removeAnswer(answer))) {
      void navigate(SETTINGS_PATHS.cannedAnswers, {
        replace: true,
        ...withoutAsking,
      })
    }
  }

  return (
    <Form {...form}>
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
            <Form.Field
              control={control}
              name="name"
              render={({ field }) => (
                <Form.Item>
                  <Form.Label>{t("settings.cannedAnswers.name")}</Form.Label>
                  <Form.Control>
                    <Input
                      {...field}
                      size="small"
                      className={`${TOUCH_HEIGHT} max-w-96`}
                      placeholder={t("settings.cannedAnswers.nameHint")}
                    />
                  </Form.Control>
                  <Form.ErrorMessage role="alert" />
                </Form.Item>
              )}
            />
            <Form.Field
              control={control}
              name="types"
              render={({ field }) => (
                <Form.Item>
                  <span className="txt-compact-small-plus">
                    {t("settings.cannedAnswers.types")}
                  </span>
                  <div className="txt-compact-small flex flex-wrap items-center gap-x-2">
                    {field.value.length === 0 && (
                      <span className="text-ui-fg-subtle">
                        {t("settings.cannedAnswers.allTypes")}
                      </span>
                    )}
                    <ListPicker
                      label={t("settings.cannedAnswers.types")}
                      choices={(vocabulary?.types ?? []).map(({ type }) => ({
                        id: type,
                        name: typeName(type),
                      }))}
                      ids={field.value}
                      onChange={(types) =>
                        field.onChange(inOrderOf(answer?.types ?? [], types))
                      }
                    />
                  </div>
                  <Form.ErrorMessage role="alert" data-wrong tabIndex={-1} />
                </Form.Item>
              )}
            />
          </div>
        </Container>
        <SectionFrame
          title={t("settings.cannedAnswers.text")}
          summary={t("settings.cannedAnswers.textAbout")}
          wrong={[
            form.getFieldState("texts", formState).error,
            errors.root,
          ].flatMap((error) => error?.message ?? [])}
        >
          <Form.Field
            control={control}
            name="texts"
            render={({ field }) => (
              <TextsEditor
                label={t("settings.cannedAnswers.text")}
                texts={field.value}
                own={{}}
                broken={broken}
                onChange={field.onChange}
              />
            )}
          />
        </SectionFrame>
        <SaveBar
          shown={isDirty}
          pending={isSubmitting}
          problem={
            Object.keys(errors).length > 0
              ? t("settings.playbooks.seeAbove")
              : undefined
          }
          onSave={() => void save()}
          onDiscard={() => reset()}
        />
        <UnsavedChanges changed={isDirty} />
      </div>
    </Form>
  )
}
