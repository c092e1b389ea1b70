import { Plus } from "@medusajs/icons"
import {
  Button,
  FocusModal,
  Heading,
  Hint,
  Input,
  Label,
  RadioGroup,
  Text,
} from "@medusajs/ui"
import { useId, useState } from "react"
import { useNavigate } from "react-router-dom"
import type {
  AdminFollowUpPlaybook,
  AdminFollowUpPlaybookVocabularyResponse,
} from "../../../src/api/admin/follow-ups/playbooks/types"
import { usePlaybookChanges } from "../../api/playbooks"
import { useText } from "../../i18n/use-text"
import { SETTINGS_PATHS } from "../settings-tabs"
import { startingDefinition } from "./starting-definition"
import { typeText } from "./type-text"
import { refusalText } from "../../refusals/refusal-text"

type Props = {
  playbooks: readonly AdminFollowUpPlaybook[]
  vocabulary: AdminFollowUpPlaybookVocabularyResponse
}

/** The button that adds a playbook, and what it asks. */
export const CreatePlaybook = (props: Props) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <FocusModal open={open} onOpenChange={setOpen}>
      <FocusModal.Trigger asChild>
        <Button size="small" variant="secondary" className="max-lg:min-h-10">
          <Plus aria-hidden />
          {t("settings.playbooks.create")}
        </Button>
      </FocusModal.Trigger>
      <FocusModal.Content>
        {open && <CreateForm {...props} />}
      </FocusModal.Content>
    </FocusModal>
  )
}

/** It starts as a copy, switched off, so that nothing changes before it is ready. */
const CreateForm = ({ playbooks, vocabulary }: Props) => {
  const t = useText()
  const id = useId()
  const navigate = useNavigate()
  const { create } = usePlaybookChanges()
  const [type, setType] = useState(vocabulary.types[0]?.type ?? "")
  const [name, setName] = useState("")
  const [error, setError] = useState<string | null>(null)
  const [pending, setPending] = useState(false)

  const submit = async () => {
    const wanted = name.trim()
    if (wanted === "") {
      setError(t("settings.playbooks.problems.noName"))
      return
    }
    setPending(true)
    try {
      const created = await create({
        name: wanted,
        type,
        enabled: false,
        definition: startingDefinition(type, playbooks),
      })
      navigate(`${SETTINGS_PATHS.playbooks}/playbooks/${created.id}`)
    } catch (refused) {
      setError(refusalText(t, refused))
      setPending(false)
    }
  }

  return (
    <form
      className="flex h-full flex-col overflow-hidden"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
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
          <div className="flex flex-col gap-y-2">
            <Label id={`${id}-type`} size="small" weight="plus">
              {t("settings.playbooks.type")}
            </Label>
            <RadioGroup
              aria-labelledby={`${id}-type`}
              value={type}
              onValueChange={setType}
              className="gap-y-1"
            >
              {vocabulary.types.map((one) => (
                <div key={one.type} className="flex items-center gap-x-2">
                  <RadioGroup.Item value={one.type} id={`${id}-${one.type}`} />
                  <Label
                    htmlFor={`${id}-${one.type}`}
                    size="small"
                    className="max-lg:py-2"
                  >
                    {typeText(t, one.type, vocabulary)}
                  </Label>
                </div>
              ))}
            </RadioGroup>
          </div>
          <div className="flex flex-col gap-y-2">
            <Label htmlFor={`${id}-name`} size="small" weight="plus">
              {t("settings.playbooks.name")}
            </Label>
            <Input
              id={`${id}-name`}
              autoFocus
              value={name}
              placeholder={t("settings.playbooks.nameHint")}
              aria-invalid={error !== null}
              aria-describedby={`${id}-error`}
              onChange={(event) => {
                setName(event.target.value)
                setError(null)
              }}
            />
            {error !== null && (
              <Hint id={`${id}-error`} variant="error" role="alert">
                {error}
              </Hint>
            )}
          </div>
        </div>
      </FocusModal.Body>
      <FocusModal.Footer>
        <FocusModal.Close asChild>
          <Button
            type="button"
            size="small"
            variant="secondary"
            className="max-lg:min-h-10"
          >
            {t("settings.cancel")}
          </Button>
        </FocusModal.Close>
        <Button
          type="submit"
          size="small"
          isLoading={pending}
          className="max-lg:min-h-10"
        >
          {t("settings.playbooks.createAndEdit")}
        </Button>
      </FocusModal.Footer>
    </form>
  )
}
