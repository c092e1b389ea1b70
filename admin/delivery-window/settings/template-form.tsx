import { Hint, Input, Label, Switch, usePrompt } from "@medusajs/ui"
import { useId, useState } from "react"
import type {
  AdminDeliveryWindowChangeResponse,
  AdminDeliveryWindowTemplate,
  AdminDeliveryWindowVocabularyResponse,
  AdminSaveDeliveryWindowTemplate,
} from "../../../src/api/admin/delivery-windows/templates/types"
import {
  useRemoveTemplate,
  useSaveTemplate,
  useTryTemplate,
} from "../../api/delivery-windows"
import { Field } from "../../call-sheet/field"
import { useText } from "../../i18n/use-text"
import { TimeField } from "../../settings/calendars/time-field"
import { TimeZoneField } from "../../settings/calendars/time-zone-field"
import { Choice } from "../../settings/fields/choice"
import { NumberInput } from "../../settings/fields/number-input"
import { WorkingTimeInput } from "../../settings/fields/working-time-input"
import { TOUCH_HEIGHT } from "../../task/touch-height"
import { useAskFirst } from "./ask-first"
import { FormBody, Group, wrongIn } from "./form-body"
import { unitName } from "./template-list"
import { WeekdayPicker } from "./weekday-picker"
import { WhereFields } from "./where-fields"

type Values = AdminSaveDeliveryWindowTemplate

const FIELDS = [
  "name",
  "weekdays",
  "starts_at",
  "ends_at",
  "time_zone",
  "service_zone_id",
  "shipping_option_ids",
  "capacity",
  "capacity_unit",
  "cut_off_minutes",
  "lead_minutes",
  "valid_from",
  "valid_to",
] as const

export type TemplateField = (typeof FIELDS)[number]

/** A working day is no length of plain time. */
const PLAIN_UNITS = ["minutes", "hours"] as const

/** Most couriers come on working days, and the evening is what people ask for. */
const startingWith = (time_zone: string): Values => ({
  name: "",
  weekdays: [1, 2, 3, 4, 5],
  starts_at: "18:00",
  ends_at: "20:00",
  time_zone,
  service_zone_id: null,
  shipping_option_ids: [],
  capacity: 10,
  capacity_unit: "orders",
  cut_off_minutes: 120,
  lead_minutes: 0,
  valid_from: null,
  valid_to: null,
  is_on: true,
})

/** A template; what is wrong with it, the server says at each field. */
const TemplateForm = ({
  template,
  like,
  vocabulary,
  onCopy,
  onClose,
  onDone,
}: {
  /** Null: a new one. */
  template: AdminDeliveryWindowTemplate | null
  /** What a new one begins with. */
  like: AdminDeliveryWindowTemplate | null
  vocabulary: AdminDeliveryWindowVocabularyResponse
  /** Leads to a new one that begins with this one. */
  onCopy: (template: AdminDeliveryWindowTemplate) => void
  onClose: () => void
  onDone: (answer: AdminDeliveryWindowChangeResponse) => void
}) => {
  const t = useText()
  const ask = usePrompt()
  const onId = useId()
  const [values, setValues] = useState<Values>(
    () =>
      valuesOf(template) ??
      valuesOf(
        like && {
          ...like,
          name: t("delivery.settings.copyOf", { name: like.name }),
        }
      ) ??
      startingWith(vocabulary.time_zone)
  )
  const trial = useTryTemplate()
  const save = useSaveTemplate()
  const remove = useRemoveTemplate()
  const askFirst = useAskFirst()
  const [before] = useState(values)
  const isChanged = JSON.stringify(values) !== JSON.stringify(before)
  const set = (changed: Partial<Values>) =>
    setValues((before) => ({ ...before, ...changed }))
  const { at: wrong, elsewhere } = wrongIn(t, FIELDS, trial.error ?? save.error)
  const submit = async () => {
    const change = { id: template?.id ?? null, body: values }
    try {
      const { dry_run } = await trial.mutateAsync(change)
      if (await askFirst([dry_run])) {
        onDone(await save.mutateAsync(change))
      }
    } catch {
      // It is said at the fields.
    }
  }
  const takeAway = async () => {
    if (
      template &&
      (await ask({
        variant: "danger",
        title: t("delivery.settings.removeTitle", { name: template.name }),
        description: t("delivery.settings.removeText"),
        confirmText: t("delivery.settings.remove"),
        cancelText: t("settings.cancel"),
      }))
    ) {
      await remove.mutateAsync(template.id).then(onDone, () => undefined)
    }
  }
  const hours = wrong("starts_at") ?? wrong("ends_at")
  const capacity = wrong("capacity") ?? wrong("capacity_unit")
  return (
    <FormBody
      errors={[...elsewhere, remove.error]}
      isChanged={isChanged}
      isSaving={trial.isPending || save.isPending}
      onCopy={template ? () => onCopy(template) : undefined}
      removal={
        template && {
          label: t("delivery.settings.remove"),
          isPending: remove.isPending,
          onRemove: () => void takeAway(),
        }
      }
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field label={t("delivery.settings.name")} error={wrong("name")}>
        {(field) => (
          <Input
            {...field}
            autoFocus={template === null}
            autoComplete="off"
            maxLength={200}
            className={TOUCH_HEIGHT}
            placeholder={t("delivery.settings.nameHint")}
            value={values.name}
            onChange={({ target }) => set({ name: target.value })}
          />
        )}
      </Field>
      <Group label={t("delivery.settings.weekdays")} error={wrong("weekdays")}>
        <WeekdayPicker
          weekdays={values.weekdays}
          onChange={(weekdays) => set({ weekdays })}
        />
      </Group>
      <Group label={t("delivery.settings.hours")} error={hours}>
        <div className="flex items-center gap-x-2">
          <TimeField
            label={t("delivery.settings.startsAt")}
            value={values.starts_at}
            invalid={wrong("starts_at") !== undefined}
            onChange={(starts_at) => set({ starts_at })}
          />
          <span aria-hidden className="text-ui-fg-subtle">
            –
          </span>
          <TimeField
            label={t("delivery.settings.endsAt")}
            value={values.ends_at}
            invalid={wrong("ends_at") !== undefined}
            onChange={(ends_at) => set({ ends_at })}
          />
          {values.ends_at <= values.starts_at && (
            <span className="txt-compact-small text-ui-fg-subtle">
              {t("delivery.settings.nextDay")}
            </span>
          )}
        </div>
      </Group>
      <TimeZoneField
        value={values.time_zone}
        error={wrong("time_zone")}
        onChange={(time_zone) => set({ time_zone })}
      />
      <WhereFields
        values={values}
        vocabulary={vocabulary}
        error={wrong("service_zone_id") ?? wrong("shipping_option_ids")}
        onChange={set}
      />
      <Group label={t("delivery.settings.capacity")} error={capacity}>
        <div className="flex flex-wrap items-center gap-2">
          <NumberInput
            label={t("delivery.settings.capacity")}
            value={values.capacity}
            min={0}
            onChange={(capacity) => set({ capacity })}
          />
          <Choice
            label={t("delivery.settings.unit")}
            value={values.capacity_unit}
            choices={vocabulary.capacity_units.map(({ unit }) => ({
              value: unit,
              label: unitName(t, unit, vocabulary),
            }))}
            onChange={(capacity_unit) => set({ capacity_unit })}
          />
        </div>
      </Group>
      <Group
        label={t("delivery.settings.cutOff")}
        hint={t("delivery.settings.cutOffHint")}
        error={wrong("cut_off_minutes")}
      >
        <WorkingTimeInput
          label={t("delivery.settings.cutOff")}
          minutes={values.cut_off_minutes}
          min={0}
          onChange={(cut_off_minutes) => set({ cut_off_minutes })}
        />
      </Group>
      <Group
        label={t("delivery.settings.lead")}
        hint={t("delivery.settings.leadHint")}
        error={wrong("lead_minutes")}
      >
        <WorkingTimeInput
          label={t("delivery.settings.lead")}
          minutes={values.lead_minutes}
          min={0}
          units={PLAIN_UNITS}
          onChange={(lead_minutes) => set({ lead_minutes })}
        />
      </Group>
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        {(["valid_from", "valid_to"] as const).map((name) => (
          <Field
            key={name}
            label={t(`delivery.settings.${name}`)}
            error={wrong(name)}
          >
            {(field) => (
              <Input
                {...field}
                type="date"
                max="2099-12-31"
                className={TOUCH_HEIGHT}
                value={values[name] ?? ""}
                onChange={({ target }) => set({ [name]: target.value || null })}
              />
            )}
          </Field>
        ))}
      </div>
      <div className="flex items-start gap-x-3">
        <Switch
          id={onId}
          checked={values.is_on}
          aria-describedby={`${onId}-hint`}
          onCheckedChange={(is_on) => set({ is_on })}
        />
        <div className="flex flex-col gap-y-1">
          <Label htmlFor={onId} size="small">
            {t("delivery.settings.on")}
          </Label>
          <Hint id={`${onId}-hint`}>{t("delivery.settings.onHint")}</Hint>
        </div>
      </div>
    </FormBody>
  )
}

function valuesOf(template: AdminDeliveryWindowTemplate | null): Values | null {
  if (!template) {
    return null
  }
  const { id: _, service_zone: __, shipping_options: ___, ...values } = template
  return values
}

export default TemplateForm
