import {
  CheckCircle,
  CheckCircleSolid,
  CircleHalfSolid,
  Clock,
  FireSolid,
  ExclamationCircleSolid,
  Moon,
  Pause,
  BellAlert,
  XCircle,
} from "@medusajs/icons"
import type { TimerReading } from "./reading"

/** A distinct shape for each level, so that it does not depend on colour. */
export const LevelIcon = ({ reading }: { reading: TimerReading }) => {
  const Icon = iconOf(reading)
  return <Icon aria-hidden className="shrink-0" />
}

function iconOf(reading: TimerReading) {
  switch (reading.kind) {
    case "running":
      return RUNNING_ICONS[reading.level]
    case "closed":
      return reading.level === "breached" ? ExclamationCircleSolid : Moon
    case "waiting":
      return Pause
    case "due":
      return BellAlert
    case "met":
      return CheckCircle
    case "completed":
      return CheckCircleSolid
    case "canceled":
      return XCircle
  }
}

const RUNNING_ICONS = {
  on_track: Clock,
  at_risk: CircleHalfSolid,
  critical: FireSolid,
  breached: ExclamationCircleSolid,
}
