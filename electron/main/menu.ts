import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { HostCommand } from '#shared/host/api';

const TEXTS = {
  zh: {
    file: '文件',
    newPlan: '新建方案',
    import: '导入…',
    export: '导出…',
    print: '打印…',
    settings: '设置…',
    quit: '退出路标',
    edit: '编辑',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    search: '搜索…',
    view: '显示',
    zoomIn: '放大',
    zoomOut: '缩小',
    actualSize: '实际大小',
    fullScreen: '全屏',
  },
  en: {
    file: 'File',
    newPlan: 'New plan',
    import: 'Import…',
    export: 'Export…',
    print: 'Print…',
    settings: 'Settings…',
    quit: 'Quit Waymark',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    search: 'Search…',
    view: 'View',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    actualSize: 'Actual size',
    fullScreen: 'Full screen',
  },
} as const;

/**
 * The menu in the system's language. Undo and redo are the plan's: the page takes their keys itself (a field keeps its
 * own undo), so here they have none.
 */
export function installMenu(locale: string, send: (command: HostCommand) => void): void {
  const text = TEXTS[locale.toLowerCase().startsWith('zh') ? 'zh' : 'en'];
  const command = (name: HostCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label: text[name],
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => send(name),
  });
  const template: MenuItemConstructorOptions[] = [
    {
      label: text.file,
      submenu: [
        command('newPlan', 'CmdOrCtrl+N'),
        { type: 'separator' },
        command('import', 'CmdOrCtrl+O'),
        command('export', 'CmdOrCtrl+E'),
        command('print', 'CmdOrCtrl+P'),
        { type: 'separator' },
        command('settings', 'CmdOrCtrl+,'),
        { type: 'separator' },
        { role: 'quit', label: text.quit },
      ],
    },
    {
      label: text.edit,
      submenu: [
        command('undo'),
        command('redo'),
        { type: 'separator' },
        { role: 'cut', label: text.cut },
        { role: 'copy', label: text.copy },
        { role: 'paste', label: text.paste },
        { role: 'selectAll', label: text.selectAll },
        { type: 'separator' },
        command('search'),
      ],
    },
    {
      label: text.view,
      submenu: [
        { role: 'zoomIn', label: text.zoomIn },
        { role: 'zoomOut', label: text.zoomOut },
        { role: 'resetZoom', label: text.actualSize },
        { type: 'separator' },
        { role: 'togglefullscreen', label: text.fullScreen },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
