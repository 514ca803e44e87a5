/** The text of a CRM export: `rows` deals of 1000 元 each, won by one person in the sample's quarter. */
export function crmExport(rows: number): string {
  const lines = ['商机名称,商机金额(元),结单日期,负责人,销售阶段'];
  for (let row = 0; row < rows; row += 1) {
    const day = new Date(Date.UTC(2026, 6, 1 + (row % 60))).toISOString().slice(0, 10);
    lines.push(`商机${row},1000,${day},赵一鸣,赢单`);
  }
  return lines.join('\n');
}
