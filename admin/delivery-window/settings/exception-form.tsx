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
  useTryWindowException,
  useWindowsOn,
} from "../../api/delivery-windows"
import { Field } from "../../call-sheet/field"
import { useText } from "../../i18n/use-text"
import { Choice } from "../../settings/fields/choice"
import { TimeField } from "../../settings/calendars/time-field"
import { NumberInput } from "../../settings/fields/number-input"
import { TOUCH_HEIGHT } from "../../task/touch-height"
import { useAskFirst } from "./ask-first"
import { CapacitiesOfDate, templatesOn, windowOf } from "./capacities-of-date"
import { FormBody, Group, wrongIn } from "./form-body"
import { templateNames } from "./template-names"

type Values = Required<AdminSaveDeliveryWindowException>

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
const ExceptionForm = ({
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
  /** Of a new one, by template: those that are not as usual. */
  const [capacities, setCapacities] = useState<Record<string, number>>({})
  const [isUnchanged, setUnchanged] = useState(false)
  const trial = useTryWindowException()
  const save = useSaveWindowException()
  const remove = useRemoveWindowException()
  const askFirst = useAskFirst()
  const { data: windows = [] } = useWindowsOn(values.date)
  const names = templateNames(t, templates)
  const [before] = useState(values)
  const isChanged =
    JSON.stringify([values, capacities]) !== JSON.stringify([before, {}])
  const set = (changed: Partial<Values>) =>
    setValues((before) => ({ ...before, ...changed }))
  const { kind } = values
  const { at: wrong, elsewhere } = wrongIn(t, FIELDS, trial.error ?? save.error)
  /** Each window of the day has a capacity of its own. */
  const asksForEach = kind === "capacity" && exception === null
  const capacityOf = (template_id: string | null) =>
    templates.find(({ id }) => id === template_id)?.capacity ?? null
  const chooseKind = (chosen: string) => {
    const next = KINDS.find((one) => one === chosen) ?? "closed"
    const template_id =
      next === "extra"
        ? (values.template_id ?? templates[0]?.id ?? null)
        : values.template_id
    set({
      kind: next,
      template_id,
      capacity: next === "capacity" ? capacityOf(template_id) : null,
      starts_at: next === "extra" ? "10:00" : null,
      ends_at: next === "extra" ? "12:00" : null,
    })
  }
  const nameOf = (template: AdminDeliveryWindowTemplate) => {
    const window = kind === "extra" ? undefined : windowOf(template, windows)
    return [
      names.get(template.id) ?? template.name,
      ...(window
        ? [
            t("delivery.takenOf", {
              booked: window.booked,
              capacity: window.capacity,
            }),
          ]
        : []),
    ].join(" · ")
  }
  const which = t(
    kind === "extra"
      ? "delivery.exceptions.termsOf"
      : "delivery.exceptions.templates"
  )
  const changes = () =>
    asksForEach
      ? templatesOn(values.date, templates).flatMap(({ id, capacity }) => {
          const changed = capacities[id] ?? capacity
          return changed === capacity
            ? []
            : [
                {
                  id: null,
                  body: { ...values, template_id: id, capacity: changed },
                },
              ]
        })
      : [{ id: exception?.id ?? null, body: values }]
  const submit = async () => {
    const asked = changes()
    setUnchanged(asked.length === 0)
    try {
      const tried = []
      for (const change of asked) {
        tried.push((await trial.mutateAsync(change)).dry_run)
      }
      if (asked.length > 0 && (await askFirst(tried))) {
        const saved = []
        for (const change of asked) {
          saved.push(await save.mutateAsync(change))
        }
        onDone({ id: "", over: saved.flatMap(({ over }) => over) })
      }
    } catch {
      // It is said at the fields.
    }
  }
  const takeAway = async (id: string) => {
    try {
      const { dry_run } = await trial.mutateAsync({ id })
      if (await askFirst([dry_run])) {
        onDone(await remove.mutateAsync(id))
      }
    } catch {
      // It is said above the fields.
    }
  }
  return (
    <FormBody
      errors={[...elsewhere, remove.error]}
      isChanged={isChanged}
      isSaving={trial.isPending || save.isPending}
      removal={
        exception && {
          label: t("delivery.exceptions.remove"),
          isPending: remove.isPending,
          onRemove: () => void takeAway(exception.id),
        }
      }
      onSubmit={() => void submit()}
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
      {asksForEach ? (
        <CapacitiesOfDate
          templates={templatesOn(values.date, templates)}
          names={names}
          windows={windows}
          capacities={capacities}
          error={
            isUnchanged ? t("delivery.exceptions.unchanged") : wrong("capacity")
          }
          onChange={(id, capacity) =>
            setCapacities((before) => ({ ...before, [id]: capacity }))
          }
        />
      ) : (
        <Group label={which} error={wrong("template_id")}>
          <Choice
            label={which}
            className="h-8 w-full"
            value={values.template_id ?? ALL}
            choices={[
              ...(kind === "extra"
                ? []
                : [{ value: ALL, label: t("delivery.exceptions.all") }]),
              ...templates.map((template) => ({
                value: template.id,
                label: nameOf(template),
              })),
            ]}
            onChange={(chosen) => {
              const template_id = chosen === ALL ? null : chosen
              set({
                template_id,
                ...(kind === "capacity" && {
                  capacity: capacityOf(template_id),
                }),
              })
            }}
          />
        </Group>
      )}
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
      {kind !== "closed" && !asksForEach && (
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
  const { id: _, over: __, ...values } = exception
  return values
}

export default ExceptionForm
