import type { MemberId, UnitId } from './ids';
import type { Fen, IsoDate } from './primitives';

/** Level of a unit or goal (目标层级): 公司, 部门, 小组, 个人. */
export type Level = 'company' | 'department' | 'group' | 'person';

/** An organisational unit: company, department or group. */
export interface Unit {
  readonly id: UnitId;
  readonly name: string;
  readonly level: Exclude<Level, 'person'>;
  readonly parentId: UnitId | null;
  /** Free description shown beside the name, e.g. 上海 · 江苏. */
  readonly note: string;
  /** Position among siblings. */
  readonly order: number;
}

/** A person of the team, or a helper from another department (成员). */
export interface Member {
  readonly id: MemberId;
  readonly name: string;
  readonly employeeNo: string;
  readonly unitId: UnitId | null;
  /** Position held (岗位). */
  readonly position: string;
  /** Direct superior (直接上级): a member where known … */
  readonly superiorId: MemberId | null;
  /** … otherwise the name as written. */
  readonly superiorName: string;
  readonly email: string;
  readonly joinedOn: IsoDate | null;
  readonly leftOn: IsoDate | null;
  readonly bonusBase: Fen;
  readonly mentorId: MemberId | null;
  /** Other names the person goes by in imports. */
  readonly aliases: readonly string[];
  /** From another department: carries goals, is not ranked or paid here. */
  readonly external: boolean;
  readonly order: number;
}
