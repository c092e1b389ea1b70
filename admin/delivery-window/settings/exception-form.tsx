import { Input, Label, RadioGroup } from "@medusajs/ui"
import { useId, useState } from "react"
import type {
  AdminDeliveryWindowChangeResponse,
  AdminDeliveryWindowException,
  AdminDeliveryWindowTemplate,
  AdminSaveDeliveryWindowException,
} from "../../../src/api/admin/delivery-windows/templates/types"
import {
  useRemoveWindowException,
  useSaveWindowException,
} from "../../api/delivery-windows"
import { Field } from "../../call-sheet/field"
import { useText } from "../../i18n/use-text"
import { Choice } from "../../settings/fields/choice"
import { TimeField } from "../../settings/calendars/time-field"
import { NumberInput } from "../../settings/fields/number-input"
import { TOUCH_HEIGHT } from "../../task/touch-height"
import { FormBody, wrongIn } from "./form-body"
import { Group } from "./template-form"

type Values = AdminSaveDeliveryWindowException

const FIELDS = [
  "date",
  "template_id",
  "capacity",
  "starts_at",
  "ends_at",
  "label",
] as const

const KINDS = ["closed", "capacity", "extra"] as const

const ALL = "-"

/** One date: closed, with another capacity, or with a further window. */
export const ExceptionForm = ({
  exception,
  date = "",
  templates,
  onClose,
  onDone,
}: {
  /** Null: a new one. */
  exception: AdminDeliveryWindowException | null
  /** Of a new one. */
  date?: string
  templates: readonly AdminDeliveryWindowTemplate[]
  onClose: () => void
  onDone: (answer: AdminDeliveryWindowChangeResponse) => void
}) => {
  const t = useText()
  const id = useId()
  const [values, setValues] = useState<Values>(() => valuesOf(exception, date))
  const save = useSaveWindowException()
  const remove = useRemoveWindowException()
  const [before] = useState(values)
  const isChanged = JSON.stringify(values) !== JSON.stringify(before)
  const set = (changed: Partial<Values>) =>
    setValues((before) => ({ ...before, ...changed }))
  const { kind } = values
  const { at: wrong, elsewhere } = wrongIn(t, FIELDS, save.error)
  const chooseKind = (chosen: string) => {
    const next = KINDS.find((one) => one === chosen) ?? "closed"
    const model =
      templates.find(({ id }) => id === values.template_id) ?? templates[0]
    set({
      kind: next,
      capacity: next === "capacity" ? (model?.capacity ?? 0) : null,
      starts_at: next === "extra" ? "10:00" : null,
      ends_at: next === "extra" ? "12:00" : null,
      ...(next === "extra" && { template_id: model?.id ?? null }),
    })
  }
  const which = t(
    kind === "extra"
      ? "delivery.exceptions.termsOf"
      : "delivery.exceptions.templates"
  )
  const submit = () =>
    void save
      .mutateAsync({ id: exception?.id ?? null, body: values })
      .then(onDone, () => undefined)
  return (
    <FormBody
      errors={[...elsewhere, remove.error]}
      isChanged={isChanged}
      isSaving={save.isPending}
      removal={
        exception && {
          label: t("delivery.exceptions.remove"),
          isPending: remove.isPending,
          onRemove: () =>
            void remove.mutateAsync(exception.id).then(onDone, () => undefined),
        }
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t("delivery.exceptions.date")} error={wrong("date")}>
        {(field) => (
          <Input
            {...field}
            type="date"
            autoFocus
            max="2099-12-31"
            className={TOUCH_HEIGHT}
            value={values.date}
            onChange={({ target }) => set({ date: target.value })}
          />
        )}
      </Field>
      <RadioGroup
        aria-label={t("delivery.exceptions.what")}
        value={kind}
        onValueChange={chooseKind}
      >
        {KINDS.map((one) => (
          <div
            key={one}
            className={`${TOUCH_HEIGHT} flex items-center gap-x-3`}
          >
            <RadioGroup.Item id={`${id}-${one}`} value={one} />
            <Label htmlFor={`${id}-${one}`} size="small">
              {t(`delivery.exceptions.kind_${one}`)}
            </Label>
          </div>
        ))}
      </RadioGroup>
      <Group label={which} error={wrong("template_id")}>
        <Choice
          label={which}
          className="h-8 w-full"
          value={values.template_id ?? ALL}
          choices={[
            ...(kind === "extra"
              ? []
              : [{ value: ALL, label: t("delivery.exceptions.all") }]),
            ...templates.map(({ id, name }) => ({
              value: id,
              label: name,
            })),
          ]}
          onChange={(chosen) =>
            set({ template_id: chosen === ALL ? null : chosen })
          }
        />
      </Group>
      {kind === "extra" && (
        <Group
          label={t("delivery.settings.hours")}
          error={wrong("starts_at") ?? wrong("ends_at")}
        >
          <div className="flex items-center gap-x-2">
            <TimeField
              label={t("delivery.settings.startsAt")}
              value={values.starts_at ?? ""}
              invalid={wrong("starts_at") !== undefined}
              onChange={(starts_at) => set({ starts_at })}
            />
            <span aria-hidden className="text-ui-fg-subtle">
              –
            </span>
            <TimeField
              label={t("delivery.settings.endsAt")}
              value={values.ends_at ?? ""}
              invalid={wrong("ends_at") !== undefined}
              onChange={(ends_at) => set({ ends_at })}
            />
          </div>
        </Group>
      )}
      {kind !== "closed" && (
        <Group
          label={t("delivery.settings.capacity")}
          hint={kind === "extra" ? t("delivery.exceptions.asUsual") : undefined}
          error={wrong("capacity")}
        >
          <NumberInput
            label={t("delivery.settings.capacity")}
            value={values.capacity}
            min={0}
            onChange={(capacity) => set({ capacity })}
            onEmpty={
              kind === "extra" ? () => set({ capacity: null }) : undefined
            }
          />
        </Group>
      )}
      <Field label={t("delivery.exceptions.label")} error={wrong("label")}>
        {(field) => (
          <Input
            {...field}
            maxLength={200}
            autoComplete="off"
            className={TOUCH_HEIGHT}
            placeholder={t("delivery.exceptions.labelHint")}
            value={values.label}
            onChange={({ target }) => set({ label: target.value })}
          />
        )}
      </Field>
    </FormBody>
  )
}

function valuesOf(
  exception: AdminDeliveryWindowException | null,
  date: string
): Values {
  if (!exception) {
    return {
      date,
      template_id: null,
      kind: "closed",
      capacity: null,
      starts_at: null,
      ends_at: null,
      label: "",
    }
  }
  const { id: _, ...values } = exception
  return values
}
