/** What issues and errors say; `issue.<code>` with the parameters of the code. One group a code prefix. */
export default {
  host: {
    denied: '这一操作不是由应用本身的页面发起的，已拒绝。',
    badArguments: '内部调用的参数有误（{method} {at}），没有执行。',
    unknownToken: '找不到这个文件，可能是在上一次运行中保存的。',
    readFailed: '无法读取“{name}”。请确认文件还在，并且没有被其他程序占用。',
    writeFailed: '没有保存：无法写入“{name}”。请换一个位置再试。',
    noSpace: '没有保存“{name}”：磁盘空间不足。',
    noPermission: '没有权限访问“{name}”。请换一个位置，或先关闭正在使用它的程序。',
    notVerified: '“{name}”写入后核对不一致，不算已保存。请换一个位置再试。',
    tooLarge: '“{name}”太大，最多 {limit} MB。',
    showFailed: '无法在文件夹中显示这个文件，它可能已被移走。',
    mailFailed: '无法生成邮件草稿。',
    printFailed: '无法生成 PDF。',
    backupNotFound: '找不到这份备份。',
    backupDamaged: '这份备份已损坏，没有使用。请选择更早的一份。',
    backupUnavailable: '这个浏览器窗口没有存放备份的地方（例如无痕窗口）。请导出存档文件。',
    unexpected: '发生了意外错误（{method}），操作没有完成。',
  },
};
