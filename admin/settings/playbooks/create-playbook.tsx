import { zodResolver } from "@hookform/resolvers/zod"
import { Form } from "@medusajs/dashboard/components"
import { Plus } from "@medusajs/icons"
import {
  FocusModal,
  Heading,
  Input,
  Label,
  RadioGroup,
  Text,
} from "@medusajs/ui"
import { useId, useState } from "react"
import { useForm } from "react-hook-form"
import { useNavigate } from "react-router-dom"
import { z } from "zod"
import type {
  AdminFollowUpPlaybook,
  AdminFollowUpPlaybookVocabularyResponse,
} from "../../../src/api/admin/follow-ups/playbooks/types"
import { usePlaybookChanges } from "../../api/playbook-changes"
import { useKinds } from "../../desk/use-kinds"
import { useText } from "../../i18n/use-text"
import { refusalText } from "../../refusals/refusal-text"
import { refusedField } from "../../refusals/refused-field"
import { SmallButton } from "../../task/small-button"
import { SETTINGS_PATHS } from "../settings-tabs"
import { startingDefinition } from "./starting-definition"

type Props = {
  playbooks: readonly AdminFollowUpPlaybook[]
  vocabulary: AdminFollowUpPlaybookVocabularyResponse
}

/** The button to add a playbook, and its form. */
export const CreatePlaybook = (props: Props) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <FocusModal open={open} onOpenChange={setOpen}>
      <FocusModal.Trigger asChild>
        <SmallButton>
          <Plus aria-hidden />
          {t("settings.playbooks.create")}
        </SmallButton>
      </FocusModal.Trigger>
      <FocusModal.Content>
        {open && <CreateForm {...props} />}
      </FocusModal.Content>
    </FocusModal>
  )
}

const FIELDS = ["type", "name"] as const

/** It starts as a disabled copy, so that it has no effect until it is ready. */
const CreateForm = ({ playbooks, vocabulary }: Props) => {
  const t = useText()
  const { typeName } = useKinds()
  const id = useId()
  const navigate = useNavigate()
  const { create } = usePlaybookChanges()
  const form = useForm({
    defaultValues: { type: vocabulary.types[0]?.type ?? "", name: "" },
    resolver: zodResolver(
      z.object({
        type: z.string(),
        name: z.string().trim().min(1, t("settings.playbooks.problems.noName")),
      })
    ),
  })
  const submit = form.handleSubmit(async ({ type, name }) => {
    const chosen = vocabulary.types.find((one) => one.type === type)
    if (!chosen) {
      return
    }
    try {
      const created = await create({
        name,
        type,
        enabled: false,
        definition: startingDefinition(chosen, playbooks),
      })
      void navigate(`${SETTINGS_PATHS.playbooks}/playbooks/${created.id}`)
    } catch (refused) {
      form.setError(refusedField(refused, FIELDS) ?? "name", {
        message: refusalText(t, refused),
      })
    }
  })

  return (
    <Form {...form}>
      <form
        className="flex h-full flex-col overflow-hidden"
        onSubmit={(event) => void submit(event)}
      >
        <FocusModal.Header />
        <FocusModal.Body className="flex flex-1 flex-col items-center overflow-y-auto px-4 py-10">
          <div className="flex w-full max-w-[560px] flex-col gap-y-6">
            <div>
              <FocusModal.Title asChild>
                <Heading>{t("settings.playbooks.createTitle")}</Heading>
              </FocusModal.Title>
              <FocusModal.Description asChild>
                <Text size="small" className="text-ui-fg-subtle">
                  {t("settings.playbooks.createText")}
                </Text>
              </FocusModal.Description>
            </div>
            <Form.Field
              control={form.control}
              name="type"
              render={({ field: { value, onChange } }) => (
                <Form.Item>
                  <Form.Label>{t("settings.playbooks.type")}</Form.Label>
                  <Form.Control>
                    <RadioGroup
                      value={value}
                      onValueChange={onChange}
                      className="gap-y-1"
                    >
                      {vocabulary.types.map((one) => (
                        <div
                          key={one.type}
                          className="flex items-center gap-x-2"
                        >
                          <RadioGroup.Item
                            value={one.type}
                            id={`${id}-${one.type}`}
                          />
                          <Label
                            htmlFor={`${id}-${one.type}`}
                            size="small"
                            className="max-lg:py-2"
                          >
                            {typeName(one.type)}
                          </Label>
                        </div>
                      ))}
                    </RadioGroup>
                  </Form.Control>
                  <Form.ErrorMessage role="alert" />
                </Form.Item>
              )}
            />
            <Form.Field
              control={form.control}
              name="name"
              render={({ field }) => (
                <Form.Item>
                  <Form.Label>{t("settings.playbooks.name")}</Form.Label>
                  <Form.Control>
                    <Input
                      {...field}
                      autoFocus
                      placeholder={t("settings.playbooks.nameHint")}
                    />
                  </Form.Control>
                  <Form.ErrorMessage role="alert" />
                </Form.Item>
              )}
            />
          </div>
        </FocusModal.Body>
        <FocusModal.Footer>
          <FocusModal.Close asChild>
            <SmallButton>{t("settings.cancel")}</SmallButton>
          </FocusModal.Close>
          <SmallButton
            variant="primary"
            type="submit"
            isLoading={form.formState.isSubmitting}
          >
            {t("settings.playbooks.createAndEdit")}
          </SmallButton>
        </FocusModal.Footer>
      </form>
    </Form>
  )
}
