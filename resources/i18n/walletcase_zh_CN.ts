<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Actions</name>
    <message>
      <source>About WalletCase</source>
      <translation>关于 WalletCase</translation>
    </message>
    <message>
      <source>Add evidence…</source>
      <translation>添加证据…</translation>
    </message>
    <message>
      <source>Add the sample case</source>
      <translation>添加示例案件</translation>
    </message>
    <message>
      <source>Check all files</source>
      <translation>检查全部文件</translation>
    </message>
    <message>
      <source>Delete for good…</source>
      <translation>彻底删除…</translation>
    </message>
    <message>
      <source>Dossier</source>
      <translation>卷宗</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>证据</translation>
    </message>
    <message>
      <source>Export dossier…</source>
      <translation>导出卷宗…</translation>
    </message>
    <message>
      <source>Facts</source>
      <translation>资料</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>键盘快捷键</translation>
    </message>
    <message>
      <source>Move to trash</source>
      <translation>移到回收站</translation>
    </message>
    <message>
      <source>New case…</source>
      <translation>新建案件…</translation>
    </message>
    <message>
      <source>Open the data folder</source>
      <translation>打开数据文件夹</translation>
    </message>
    <message>
      <source>Paste as evidence</source>
      <translation>粘贴为证据</translation>
    </message>
    <message>
      <source>Print…</source>
      <translation>打印…</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>退出</translation>
    </message>
    <message>
      <source>Record a contact</source>
      <translation>记录沟通</translation>
    </message>
    <message>
      <source>Remove the sample case</source>
      <translation>移除示例案件</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>搜索</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>步骤</translation>
    </message>
    <message>
      <source>Take out of the trash</source>
      <translation>从回收站恢复</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>时间线</translation>
    </message>
  </context>
  <context>
    <name>CaseHeader</name>
    <message>
      <source>Add evidence</source>
      <translation>添加证据</translation>
    </message>
    <message>
      <source>An answer is expected by {date}</source>
      <translation>应在 {date} 前答复</translation>
    </message>
    <message>
      <source>Copy the reference number</source>
      <translation>复制受理编号</translation>
    </message>
    <message>
      <source>In the trash</source>
      <translation>在回收站</translation>
    </message>
    <message>
      <source>More</source>
      <translation>更多</translation>
    </message>
    <message>
      <source>Reference number copied</source>
      <translation>受理编号已复制</translation>
    </message>
    <message>
      <source>Reference {number}</source>
      <translation>受理编号 {number}</translation>
    </message>
    <message>
      <source>Sample, fictitious</source>
      <translation>示例，内容虚构</translation>
    </message>
    <message>
      <source>Saved {time}</source>
      <translation>已保存 {time}</translation>
    </message>
    <message>
      <source>Saving…</source>
      <translation>正在保存…</translation>
    </message>
    <message numerus="yes">
      <source>Waiting for %n day(s)</source>
      <translation>
        <numerusform>已等待 %n 天</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>CaseList</name>
    <message numerus="yes">
      <source>%n exhibit(s)</source>
      <translation>
        <numerusform>证据 %n 份</numerusform>
      </translation>
    </message>
    <message>
      <source>Cases</source>
      <translation>案件</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>最近更新</translation>
    </message>
    <message>
      <source>Due</source>
      <translation>期限</translation>
    </message>
    <message>
      <source>Follow-up</source>
      <translation>待跟进</translation>
    </message>
    <message>
      <source>Newest</source>
      <translation>最新建立</translation>
    </message>
    <message>
      <source>No case belongs under this filter right now.</source>
      <translation>目前没有案件符合这个筛选。</translation>
    </message>
    <message>
      <source>Nothing here</source>
      <translation>这里还没有案件</translation>
    </message>
    <message>
      <source>Overdue</source>
      <translation>逾期</translation>
    </message>
    <message>
      <source>Sample</source>
      <translation>示例</translation>
    </message>
    <message>
      <source>Sort by</source>
      <translation>排序</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>标题</translation>
    </message>
  </context>
  <context>
    <name>CasePage</name>
    <message>
      <source>Dossier</source>
      <translation>卷宗</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>证据</translation>
    </message>
    <message>
      <source>Facts</source>
      <translation>资料</translation>
    </message>
    <message>
      <source>Parts of the case</source>
      <translation>案件的各个部分</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>步骤</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>时间线</translation>
    </message>
  </context>
  <context>
    <name>Dialogs</name>
    <message>
      <source>Copy details</source>
      <translation>复制详情</translation>
    </message>
  </context>
  <context>
    <name>Dossier</name>
    <message>
      <source>1 page, {size}</source>
      <translation>1 页，{size}</translation>
    </message>
    <message>
      <source>A file of that name is there already.</source>
      <translation>那里已有同名文件。</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Contents</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>Data (*.json)</source>
      <translation>数据 (*.json)</translation>
    </message>
    <message>
      <source>Exhibits, page by page</source>
      <translation>证据正文，逐页</translation>
    </message>
    <message>
      <source>Export PDF…</source>
      <translation>导出 PDF…</translation>
    </message>
    <message>
      <source>Export data (.json)…</source>
      <translation>导出数据（.json）…</translation>
    </message>
    <message>
      <source>Export the case as data</source>
      <translation>把案件导出为数据</translation>
    </message>
    <message>
      <source>Export the dossier</source>
      <translation>导出卷宗</translation>
    </message>
    <message>
      <source>Exported</source>
      <translation>已导出</translation>
    </message>
    <message>
      <source>Exported {name}</source>
      <translation>已导出 {name}</translation>
    </message>
    <message>
      <source>Exporting…</source>
      <translation>正在导出…</translation>
    </message>
    <message>
      <source>File checksums</source>
      <translation>文件校验值</translation>
    </message>
    <message>
      <source>Fit width</source>
      <translation>适应宽度</translation>
    </message>
    <message>
      <source>Language of the dossier</source>
      <translation>卷宗语言</translation>
    </message>
    <message>
      <source>Larger</source>
      <translation>放大</translation>
    </message>
    <message>
      <source>Listed, but without a page of their own:</source>
      <translation>已列入目录，但没有单独的页面：</translation>
    </message>
    <message>
      <source>Making the preview…</source>
      <translation>正在生成预览…</translation>
    </message>
    <message>
      <source>No font has a shape for {characters}; a box stands in their place.</source>
      <translation>没有字体能显示 {characters}，已用方框代替。</translation>
    </message>
    <message>
      <source>No preview. Change an option to make one.</source>
      <translation>没有预览。更改任一选项即可生成。</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>未完成</translation>
    </message>
    <message>
      <source>Open in PDF viewer</source>
      <translation>用 PDF 阅读器打开</translation>
    </message>
    <message>
      <source>PDF document (*.pdf)</source>
      <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
      <source>Page {n} of {total}</source>
      <translation>第 {n} 页，共 {total} 页</translation>
    </message>
    <message>
      <source>Preview of the dossier</source>
      <translation>卷宗预览</translation>
    </message>
    <message>
      <source>Printing…</source>
      <translation>正在打印…</translation>
    </message>
    <message>
      <source>Print…</source>
      <translation>打印…</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>替换</translation>
    </message>
    <message>
      <source>Replace '{name}'?</source>
      <translation>要替换“{name}”吗？</translation>
    </message>
    <message>
      <source>Sent to the printer</source>
      <translation>已发送到打印机</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>在文件夹中显示</translation>
    </message>
    <message>
      <source>Smaller</source>
      <translation>缩小</translation>
    </message>
    <message>
      <source>Step by step record</source>
      <translation>逐步记录</translation>
    </message>
    <message>
      <source>The preview is being made…</source>
      <translation>正在生成预览…</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>时间线</translation>
    </message>
    <message>
      <source>{n} pages, {size}</source>
      <translation>{n} 页，{size}</translation>
    </message>
  </context>
  <context>
    <name>Due</name>
    <message numerus="yes">
      <source>%n day(s) late</source>
      <translation>
        <numerusform>已逾期 %n 天</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n day(s) left</source>
      <translation>
        <numerusform>还有 %n 天</numerusform>
      </translation>
    </message>
    <message>
      <source>answer due today</source>
      <translation>今天应答复</translation>
    </message>
  </context>
  <context>
    <name>Evidence</name>
    <message numerus="yes">
      <source>%n exhibit(s)</source>
      <translation>
        <numerusform>证据 %n 份</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n exhibits moved to the trash</source>
      <translation>
        <numerusform>%n 份证据已移到回收站</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n page(s)</source>
      <translation>
        <numerusform>%n 页</numerusform>
      </translation>
    </message>
    <message>
      <source>About the file</source>
      <translation>文件信息</translation>
    </message>
    <message numerus="yes">
      <source>Add %n very large file(s)?</source>
      <translation>
        <numerusform>要添加 %n 个很大的文件吗？</numerusform>
      </translation>
    </message>
    <message>
      <source>Add all files of a folder</source>
      <translation>添加文件夹里的全部文件</translation>
    </message>
    <message>
      <source>Add files</source>
      <translation>添加文件</translation>
    </message>
    <message>
      <source>Add files…</source>
      <translation>添加文件…</translation>
    </message>
    <message>
      <source>Add folder…</source>
      <translation>添加文件夹…</translation>
    </message>
    <message>
      <source>Add them</source>
      <translation>一并添加</translation>
    </message>
    <message>
      <source>Added</source>
      <translation>添加时间</translation>
    </message>
    <message>
      <source>Added: {n}</source>
      <translation>已添加 {n}</translation>
    </message>
    <message>
      <source>Adding evidence</source>
      <translation>正在添加证据</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>所有文件 (*)</translation>
    </message>
    <message>
      <source>Archive</source>
      <translation>压缩包</translation>
    </message>
    <message>
      <source>Audio</source>
      <translation>录音</translation>
    </message>
    <message>
      <source>Bank statement</source>
      <translation>银行账单</translation>
    </message>
    <message>
      <source>Belongs to step</source>
      <translation>所属步骤</translation>
    </message>
    <message>
      <source>By date made</source>
      <translation>按形成时间</translation>
    </message>
    <message>
      <source>By number</source>
      <translation>按编号</translation>
    </message>
    <message>
      <source>By title</source>
      <translation>按标题</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Change title</source>
      <translation>修改标题</translation>
    </message>
    <message>
      <source>Chat export</source>
      <translation>聊天记录</translation>
    </message>
    <message>
      <source>Check sum copied</source>
      <translation>校验值已复制</translation>
    </message>
    <message>
      <source>Choose a day</source>
      <translation>选择日期</translation>
    </message>
    <message>
      <source>Clipboard</source>
      <translation>剪贴板</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>复印件</translation>
    </message>
    <message>
      <source>Copy check sum</source>
      <translation>复制校验值</translation>
    </message>
    <message>
      <source>Copy the check sum (SHA-256)</source>
      <translation>复制校验值（SHA-256）</translation>
    </message>
    <message>
      <source>Damaged</source>
      <translation>已损坏</translation>
    </message>
    <message>
      <source>Drag the attachment to the desktop first, then from there into the case.</source>
      <translation>请先把附件拖到桌面，再从桌面拖进案件。</translation>
    </message>
    <message>
      <source>Drawing this file took too long</source>
      <translation>绘制这个文件用时过长</translation>
    </message>
    <message>
      <source>Drop screenshots, photos or PDFs here, or press Ctrl+V to paste.
They are copied and stay exactly as they are.</source>
      <translation>把截图、照片或 PDF 拖到这里，或按 Ctrl+V 粘贴。
文件会原样复制保存。</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>邮件</translation>
    </message>
    <message>
      <source>Empty file</source>
      <translation>空文件</translation>
    </message>
    <message>
      <source>Exhibit {n}</source>
      <translation>证据{n}</translation>
    </message>
    <message>
      <source>Exhibits</source>
      <translation>证据</translation>
    </message>
    <message>
      <source>Extent</source>
      <translation>尺寸</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>File missing</source>
      <translation>文件缺失</translation>
    </message>
    <message>
      <source>Files of this kind can run a program on this computer. Open it only if you know where it comes from.</source>
      <translation>这类文件可能在电脑上运行程序。请确认来源可靠后再打开。</translation>
    </message>
    <message>
      <source>For example: the app showed error 1003 when I opened the wallet</source>
      <translation>例如：开通钱包时应用提示错误 1003</translation>
    </message>
    <message>
      <source>Full width</source>
      <translation>适应宽度</translation>
    </message>
    <message>
      <source>It has no content at all. Please check the file you took it from.</source>
      <translation>文件没有任何内容，请检查原来的文件。</translation>
    </message>
    <message>
      <source>It is stored exactly as you added it and goes into the evidence list.</source>
      <translation>文件已原样保存，并会列入证据目录。</translation>
    </message>
    <message>
      <source>Let go to add to this case</source>
      <translation>松开即可添加到本案</translation>
    </message>
    <message>
      <source>Lines</source>
      <translation>列表</translation>
    </message>
    <message>
      <source>Locked by a password</source>
      <translation>有密码</translation>
    </message>
    <message>
      <source>Look closely</source>
      <translation>放大查看</translation>
    </message>
    <message>
      <source>Look closely (Space), back with Esc</source>
      <translation>放大查看（空格），按 Esc 返回</translation>
    </message>
    <message>
      <source>Made on</source>
      <translation>形成日期</translation>
    </message>
    <message>
      <source>Move to trash</source>
      <translation>移到回收站</translation>
    </message>
    <message>
      <source>Newest first</source>
      <translation>从新到旧</translation>
    </message>
    <message>
      <source>Next page (PgDn)</source>
      <translation>下一页（PgDn）</translation>
    </message>
    <message>
      <source>No evidence yet</source>
      <translation>还没有证据</translation>
    </message>
    <message>
      <source>No preview</source>
      <translation>无预览</translation>
    </message>
    <message>
      <source>No preview for this kind of file</source>
      <translation>这类文件没有预览</translation>
    </message>
    <message>
      <source>No program on this computer opens this kind of file</source>
      <translation>这台电脑上没有能打开这类文件的程序</translation>
    </message>
    <message>
      <source>Office document</source>
      <translation>办公文档</translation>
    </message>
    <message>
      <source>Open '{file}'?</source>
      <translation>要打开“{file}”吗？</translation>
    </message>
    <message>
      <source>Open it</source>
      <translation>打开</translation>
    </message>
    <message>
      <source>Open with system viewer</source>
      <translation>用系统程序打开</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>排序</translation>
    </message>
    <message>
      <source>Original</source>
      <translation>原件</translation>
    </message>
    <message>
      <source>Original name</source>
      <translation>原文件名</translation>
    </message>
    <message>
      <source>Original or copy</source>
      <translation>原件或复印件</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>其他</translation>
    </message>
    <message>
      <source>Other ways to add</source>
      <translation>其他添加方式</translation>
    </message>
    <message>
      <source>Paste</source>
      <translation>粘贴</translation>
    </message>
    <message>
      <source>Pasted {time}</source>
      <translation>粘贴于 {time}</translation>
    </message>
    <message>
      <source>Phone screenshot</source>
      <translation>手机截图</translation>
    </message>
    <message>
      <source>Photo</source>
      <translation>照片</translation>
    </message>
    <message>
      <source>Picture of the exhibit</source>
      <translation>证据画面</translation>
    </message>
    <message>
      <source>Previous page (PgUp)</source>
      <translation>上一页（PgUp）</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>进度</translation>
    </message>
    <message>
      <source>SMS</source>
      <translation>短信</translation>
    </message>
    <message>
      <source>Same as {n}</source>
      <translation>与证据{n}相同</translation>
    </message>
    <message>
      <source>Save a copy</source>
      <translation>另存副本</translation>
    </message>
    <message>
      <source>Save a copy…</source>
      <translation>另存副本…</translation>
    </message>
    <message>
      <source>Saved {file}</source>
      <translation>已保存 {file}</translation>
    </message>
    <message>
      <source>Says of itself</source>
      <translation>文件自述</translation>
    </message>
    <message>
      <source>Scan</source>
      <translation>扫描件</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>全部显示</translation>
    </message>
    <message>
      <source>Stopping. What is in stays</source>
      <translation>正在停止，已添加的会保留</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>文本</translation>
    </message>
    <message>
      <source>Text of the exhibit</source>
      <translation>证据文字</translation>
    </message>
    <message>
      <source>The case as a whole</source>
      <translation>整个案件</translation>
    </message>
    <message>
      <source>The files are copied; your own stay where they are.</source>
      <translation>只复制文件，您的原文件保持不动。</translation>
    </message>
    <message>
      <source>The stored file is missing</source>
      <translation>保存的文件缺失</translation>
    </message>
    <message>
      <source>There are no files in this folder</source>
      <translation>这个文件夹里没有文件</translation>
    </message>
    <message>
      <source>There is no picture and no file to paste. Take a screenshot or copy a file first.</source>
      <translation>剪贴板里没有图片或文件。请先截图，或复制一个文件。</translation>
    </message>
    <message>
      <source>These files were not added</source>
      <translation>以下文件未能添加</translation>
    </message>
    <message>
      <source>This comes from a web page. Save the picture first, then add the file.</source>
      <translation>这是网页里的内容。请先保存图片，再添加文件。</translation>
    </message>
    <message>
      <source>This file asks for a password</source>
      <translation>这个文件需要密码</translation>
    </message>
    <message>
      <source>This file can't be read</source>
      <translation>无法读取这个文件</translation>
    </message>
    <message>
      <source>This file is empty</source>
      <translation>这是一个空文件</translation>
    </message>
    <message>
      <source>This picture is too large to show here</source>
      <translation>图片过大，无法在这里显示</translation>
    </message>
    <message>
      <source>Tiles</source>
      <translation>缩略图</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>标题</translation>
    </message>
    <message>
      <source>To show its pages, add a copy without the password.</source>
      <translation>如需显示内容，请添加一份没有密码的副本。</translation>
    </message>
    <message>
      <source>Too large to show</source>
      <translation>过大，无法显示</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>重试</translation>
    </message>
    <message>
      <source>Type and size</source>
      <translation>类型与大小</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>Video</source>
      <translation>视频</translation>
    </message>
    <message>
      <source>What it proves</source>
      <translation>证明内容</translation>
    </message>
    <message>
      <source>What you wrote about it is here. Add the file again, or restore a backup.</source>
      <translation>您填写的说明还在。请重新添加该文件，或从备份恢复。</translation>
    </message>
    <message>
      <source>Where it comes from</source>
      <translation>证据来源</translation>
    </message>
    <message>
      <source>Whole page (0)</source>
      <translation>整页（0）</translation>
    </message>
    <message>
      <source>Without them, the other files are added.</source>
      <translation>不添加它们，其他文件照常添加。</translation>
    </message>
    <message>
      <source>You can open it with the program it belongs to.</source>
      <translation>可以用对应的程序打开它。</translation>
    </message>
    <message>
      <source>Zoom</source>
      <translation>缩放</translation>
    </message>
    <message>
      <source>Zoom in (+)</source>
      <translation>放大（+）</translation>
    </message>
    <message>
      <source>Zoom out (-)</source>
      <translation>缩小（-）</translation>
    </message>
    <message>
      <source>already here before: {n}</source>
      <translation>重复 {n}</translation>
    </message>
    <message>
      <source>left out: {n}</source>
      <translation>未处理 {n}</translation>
    </message>
    <message>
      <source>not added: {n}</source>
      <translation>未能添加 {n}</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} / {total}</translation>
    </message>
    <message>
      <source>{exhibit} moved to the trash</source>
      <translation>{exhibit}已移到回收站</translation>
    </message>
    <message>
      <source>{kind} picture</source>
      <translation>{kind} 图片</translation>
    </message>
    <message>
      <source>{time} (written by the device; anyone can change it)</source>
      <translation>{time}（由设备写入，可被修改）</translation>
    </message>
  </context>
  <context>
    <name>Facts</name>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <source>Add a tag</source>
      <translation>添加标签</translation>
    </message>
    <message>
      <source>Amounts</source>
      <translation>金额</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>已复制</translation>
    </message>
    <message>
      <source>Copy {text}</source>
      <translation>复制 {text}</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>已完成</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>修改</translation>
    </message>
    <message>
      <source>Edit {step}</source>
      <translation>修改：{step}</translation>
    </message>
    <message>
      <source>Not filled in yet: {fields}</source>
      <translation>尚未填写：{fields}</translation>
    </message>
    <message>
      <source>Nothing recorded yet</source>
      <translation>还没有记录</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>未完成</translation>
    </message>
    <message>
      <source>People</source>
      <translation>相关联系人</translation>
    </message>
    <message>
      <source>Reference numbers</source>
      <translation>受理编号</translation>
    </message>
    <message>
      <source>Remove the tag {tag}</source>
      <translation>移除标签 {tag}</translation>
    </message>
    <message>
      <source>Round {n}</source>
      <translation>第 {n} 次</translation>
    </message>
    <message>
      <source>Skipped</source>
      <translation>已跳过</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>标签</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>标题</translation>
    </message>
    <message>
      <source>Title of the case</source>
      <translation>案件标题</translation>
    </message>
    <message>
      <source>What you ask for</source>
      <translation>诉求</translation>
    </message>
  </context>
  <context>
    <name>Filter</name>
    <message>
      <source>All cases</source>
      <translation>全部案件</translation>
    </message>
    <message>
      <source>Follow-up</source>
      <translation>待跟进</translation>
    </message>
    <message>
      <source>In progress</source>
      <translation>进行中</translation>
    </message>
    <message>
      <source>Overdue</source>
      <translation>逾期</translation>
    </message>
    <message>
      <source>Resolved</source>
      <translation>已解决</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>今天</translation>
    </message>
    <message>
      <source>Trash</source>
      <translation>回收站</translation>
    </message>
  </context>
  <context>
    <name>FilterRail</name>
    <message>
      <source>Filters</source>
      <translation>筛选</translation>
    </message>
    <message>
      <source>New case</source>
      <translation>新建案件</translation>
    </message>
    <message>
      <source>Offline. Your data stays on this computer.</source>
      <translation>离线使用，数据只保存在这台电脑上。</translation>
    </message>
  </context>
  <context>
    <name>Journeys</name>
    <message numerus="yes">
      <source>%n file(s) are not in yet. Close anyway?</source>
      <translation>
        <numerusform>还有 %n 个文件没有添加完，仍要关闭吗？</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) are not as they were stored</source>
      <translation>
        <numerusform>有 %n 处与保存时不一致</numerusform>
      </translation>
    </message>
    <message>
      <source>Add</source>
      <translation>添加</translation>
    </message>
    <message numerus="yes">
      <source>Add %n file(s) to '{title}'?</source>
      <translation>
        <numerusform>把 %n 个文件添加到“{title}”吗？</numerusform>
      </translation>
    </message>
    <message>
      <source>Add evidence</source>
      <translation>添加证据</translation>
    </message>
    <message>
      <source>Checking all files…</source>
      <translation>正在检查全部文件…</translation>
    </message>
    <message>
      <source>Clipboard</source>
      <translation>剪贴板</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Close without it</source>
      <translation>不保存并关闭</translation>
    </message>
    <message>
      <source>Delete '{title}' for good?</source>
      <translation>要彻底删除“{title}”吗？</translation>
    </message>
    <message>
      <source>Delete for good</source>
      <translation>彻底删除</translation>
    </message>
    <message>
      <source>Everything is as it was stored</source>
      <translation>全部内容与保存时一致</translation>
    </message>
    <message>
      <source>It is still in the form. Close only if you have kept it elsewhere.</source>
      <translation>内容还在表格里。请确认已另行保留后再关闭。</translation>
    </message>
    <message>
      <source>It keeps your record and gives no legal advice. It makes no network connection. MIT licence; fonts and icons by others are listed in resources/licenses.</source>
      <translation>本软件用于保存记录，不提供法律意见，也不连接网络。MIT 许可证；他人的字体与图标见 resources/licenses。</translation>
    </message>
    <message>
      <source>Its record and files are removed from this computer. This can't be undone.</source>
      <translation>它的记录和文件会从这台电脑上移除，且无法撤销。</translation>
    </message>
    <message>
      <source>Making the sample case…</source>
      <translation>正在准备示例案件…</translation>
    </message>
    <message>
      <source>Move to trash</source>
      <translation>移到回收站</translation>
    </message>
    <message>
      <source>Moved to trash</source>
      <translation>已移到回收站</translation>
    </message>
    <message>
      <source>Pasted picture</source>
      <translation>粘贴的图片</translation>
    </message>
    <message>
      <source>Remove it</source>
      <translation>移除</translation>
    </message>
    <message>
      <source>Something you typed could not be saved. Close anyway?</source>
      <translation>有内容未能保存，仍要关闭吗？</translation>
    </message>
    <message>
      <source>The sample case is fictitious</source>
      <translation>示例案件内容均为虚构</translation>
    </message>
    <message>
      <source>The sample case is gone</source>
      <translation>示例案件已移除</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>What is in stays. The rest must be added again.</source>
      <translation>已添加的会保留，其余的需要重新添加。</translation>
    </message>
    <message>
      <source>What you typed is kept as a case</source>
      <translation>已填内容已存为案件</translation>
    </message>
    <message>
      <source>and {n} more</source>
      <translation>另有 {n} 项</translation>
    </message>
  </context>
  <context>
    <name>Keys</name>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>键盘快捷键</translation>
    </message>
    <message>
      <source>Next step</source>
      <translation>下一步</translation>
    </message>
    <message>
      <source>Previous step</source>
      <translation>上一步</translation>
    </message>
    <message>
      <source>Save the contact being written</source>
      <translation>保存正在写的沟通记录</translation>
    </message>
  </context>
  <context>
    <name>Menus</name>
    <message>
      <source>&amp;Case</source>
      <translation>案件(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>帮助(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Tools</source>
      <translation>工具(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>视图(&amp;V)</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>跟随系统</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <source>Language / 语言</source>
      <translation>语言 / Language</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <source>Text size</source>
      <translation>文字大小</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>主题</translation>
    </message>
  </context>
  <context>
    <name>Next</name>
    <message>
      <source>Nothing left to do</source>
      <translation>没有待办</translation>
    </message>
    <message>
      <source>Wait until {date}</source>
      <translation>等到 {date}</translation>
    </message>
  </context>
  <context>
    <name>NextCard</name>
    <message>
      <source>All steps are settled. You can print the record.</source>
      <translation>各步骤均已了结，可以打印记录。</translation>
    </message>
    <message>
      <source>An answer is expected by then. If they contact you, record it.</source>
      <translation>对方应在此前答复。如有来电或短信，请记下来。</translation>
    </message>
    <message>
      <source>Do it now</source>
      <translation>现在处理</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>已了结</translation>
    </message>
    <message>
      <source>Look at the step</source>
      <translation>查看这一步</translation>
    </message>
    <message>
      <source>Next step</source>
      <translation>下一步</translation>
    </message>
    <message>
      <source>Nothing left to do</source>
      <translation>没有待办</translation>
    </message>
    <message>
      <source>Nothing to do until {date}</source>
      <translation>{date} 之前无需处理</translation>
    </message>
    <message>
      <source>Open the dossier</source>
      <translation>打开卷宗</translation>
    </message>
    <message>
      <source>Overdue</source>
      <translation>逾期</translation>
    </message>
    <message>
      <source>The answer was expected by {date} and none is recorded.</source>
      <translation>应在 {date} 前答复，目前没有答复记录。</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>等待答复</translation>
    </message>
  </context>
  <context>
    <name>Search</name>
    <message>
      <source>Case</source>
      <translation>案件</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>清除</translation>
    </message>
    <message>
      <source>Contact</source>
      <translation>沟通记录</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>证据</translation>
    </message>
    <message>
      <source>Fact</source>
      <translation>资料</translation>
    </message>
    <message>
      <source>Nothing found. Fewer or other words may help.</source>
      <translation>没有找到。可以少写几个字，或换个说法。</translation>
    </message>
    <message>
      <source>Only the first {n} are shown. More words find less.</source>
      <translation>只显示前 {n} 条，多写几个字可以缩小范围。</translation>
    </message>
    <message>
      <source>Search cases, contacts and evidence</source>
      <translation>搜索案件、沟通记录和证据</translation>
    </message>
    <message>
      <source>Search everything</source>
      <translation>搜索全部内容</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>搜索结果</translation>
    </message>
    <message>
      <source>{n} found</source>
      <translation>找到 {n} 条</translation>
    </message>
  </context>
  <context>
    <name>Status</name>
    <message>
      <source>Accepted</source>
      <translation>已受理</translation>
    </message>
    <message>
      <source>Answered</source>
      <translation>已答复</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>已关闭</translation>
    </message>
    <message>
      <source>Draft</source>
      <translation>草稿</translation>
    </message>
    <message>
      <source>Escalated</source>
      <translation>已升级</translation>
    </message>
    <message>
      <source>Filed</source>
      <translation>已投诉</translation>
    </message>
    <message>
      <source>Preparing</source>
      <translation>准备中</translation>
    </message>
    <message>
      <source>Resolved</source>
      <translation>已解决</translation>
    </message>
  </context>
  <context>
    <name>StepRail</name>
    <message>
      <source>Step {n}, {name}, {state}</source>
      <translation>第 {n} 步，{name}，{state}</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>步骤</translation>
    </message>
    <message>
      <source>done</source>
      <translation>已完成</translation>
    </message>
    <message>
      <source>next</source>
      <translation>下一步</translation>
    </message>
    <message>
      <source>open</source>
      <translation>未完成</translation>
    </message>
    <message>
      <source>skipped</source>
      <translation>已跳过</translation>
    </message>
  </context>
  <context>
    <name>Timeline</name>
    <message>
      <source>1 day</source>
      <translation>1 天</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>答复</translation>
    </message>
    <message>
      <source>Answer due today</source>
      <translation>今天应答复</translation>
    </message>
    <message>
      <source>Answer due {date}, {days} left</source>
      <translation>应于 {date} 前答复，还有 {days}</translation>
    </message>
    <message>
      <source>Channel</source>
      <translation>渠道</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Contact corrected</source>
      <translation>已更正</translation>
    </message>
    <message>
      <source>Contact moved to the trash</source>
      <translation>沟通记录已移到回收站</translation>
    </message>
    <message>
      <source>Contact recorded</source>
      <translation>已记录</translation>
    </message>
    <message>
      <source>Contacts</source>
      <translation>沟通记录</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>已复制</translation>
    </message>
    <message>
      <source>Copy reference number</source>
      <translation>复制受理编号</translation>
    </message>
    <message>
      <source>Copy what was said</source>
      <translation>复制沟通内容</translation>
    </message>
    <message>
      <source>Correct</source>
      <translation>更正</translation>
    </message>
    <message>
      <source>Correct a contact</source>
      <translation>更正沟通记录</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>删除</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>放弃</translation>
    </message>
    <message>
      <source>Draft discarded</source>
      <translation>已放弃草稿</translation>
    </message>
    <message>
      <source>Exhibit {n}  {title}</source>
      <translation>证据{n}  {title}</translation>
    </message>
    <message>
      <source>Exhibits</source>
      <translation>证据</translation>
    </message>
    <message>
      <source>Go on with the draft</source>
      <translation>继续写草稿</translation>
    </message>
    <message>
      <source>Link evidence</source>
      <translation>关联证据</translation>
    </message>
    <message>
      <source>Linked evidence: {n}</source>
      <translation>已关联证据：{n}</translation>
    </message>
    <message>
      <source>Name, staff number, department</source>
      <translation>姓名、工号、部门</translation>
    </message>
    <message>
      <source>Newest first</source>
      <translation>从新到旧</translation>
    </message>
    <message>
      <source>No contact recorded yet</source>
      <translation>还没有沟通记录</translation>
    </message>
    <message>
      <source>No. {number}</source>
      <translation>受理编号 {number}</translation>
    </message>
    <message>
      <source>Note every call, visit and message: when, with whom, and what was said. It prints as a table.</source>
      <translation>每次通话、到访和短信都记下来：什么时间、和谁、说了什么。打印时会成为一张表。</translation>
    </message>
    <message>
      <source>Oldest first</source>
      <translation>从旧到新</translation>
    </message>
    <message>
      <source>Pick from the calendar</source>
      <translation>从日历选择</translation>
    </message>
    <message>
      <source>Please write what was said.</source>
      <translation>请写下沟通内容。</translation>
    </message>
    <message>
      <source>Promised by {date}: another date was given</source>
      <translation>承诺 {date} 前答复，后来改了日期</translation>
    </message>
    <message>
      <source>Promised by {date}: answered {days} late</source>
      <translation>承诺 {date} 前答复，迟了 {days}</translation>
    </message>
    <message>
      <source>Promised by {date}: kept</source>
      <translation>承诺 {date} 前答复，已兑现</translation>
    </message>
    <message>
      <source>Promised by {date}: not kept, another date {days} later</source>
      <translation>承诺 {date} 前答复，未兑现，{days}后改了日期</translation>
    </message>
    <message>
      <source>Promised by {date}: {days} overdue</source>
      <translation>承诺 {date} 前答复，已逾期 {days}</translation>
    </message>
    <message>
      <source>Record a contact</source>
      <translation>记录沟通</translation>
    </message>
    <message>
      <source>Reference number</source>
      <translation>受理编号</translation>
    </message>
    <message>
      <source>Reference {number}</source>
      <translation>受理编号 {number}</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>The bank has answered</source>
      <translation>银行已答复</translation>
    </message>
    <message>
      <source>The date can't be read: write it like 2026-11-22.</source>
      <translation>日期无法识别，请写成 2026-11-22。</translation>
    </message>
    <message>
      <source>The promised date can't be read: write it like 2026-11-22.</source>
      <translation>承诺日期无法识别，请写成 2026-11-22。</translation>
    </message>
    <message>
      <source>The time can't be read: write it like 14:05, or leave it empty.</source>
      <translation>时间无法识别，请写成 14:05，或留空。</translation>
    </message>
    <message>
      <source>The weeks at a glance</source>
      <translation>时间一览</translation>
    </message>
    <message>
      <source>They promised an answer by</source>
      <translation>对方承诺答复日期</translation>
    </message>
    <message>
      <source>This case has no evidence yet. Add it in the Evidence tab.</source>
      <translation>本案还没有证据，请在“证据”页添加。</translation>
    </message>
    <message>
      <source>Tick what belongs to this contact</source>
      <translation>勾选与这次沟通有关的证据</translation>
    </message>
    <message>
      <source>Time, if known</source>
      <translation>时间（如知道）</translation>
    </message>
    <message>
      <source>Trash: {n}. Choose a contact to bring it back</source>
      <translation>回收站：{n}。选择一条即可恢复</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>What was promised before is then no longer awaited.</source>
      <translation>勾选后，之前的承诺不再列为等待。</translation>
    </message>
    <message>
      <source>What was said</source>
      <translation>沟通内容</translation>
    </message>
    <message>
      <source>What you said, what they answered, as exactly as you can</source>
      <translation>您说了什么，对方怎么答复，尽量写原话</translation>
    </message>
    <message>
      <source>What you typed stays here until you save or discard it.</source>
      <translation>已写的内容会留在这里，直到您保存或放弃。</translation>
    </message>
    <message>
      <source>When</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>对方</translation>
    </message>
    <message>
      <source>corrected</source>
      <translation>已更正</translation>
    </message>
    <message>
      <source>in {days}</source>
      <translation>{days}后</translation>
    </message>
    <message>
      <source>recorded {date}</source>
      <translation>记录于 {date}</translation>
    </message>
    <message>
      <source>today</source>
      <translation>今天</translation>
    </message>
    <message>
      <source>tomorrow</source>
      <translation>明天</translation>
    </message>
    <message>
      <source>yesterday</source>
      <translation>昨天</translation>
    </message>
    <message>
      <source>{days} ago</source>
      <translation>{days}前</translation>
    </message>
    <message>
      <source>{days} without any contact</source>
      <translation>{days}没有任何联系</translation>
    </message>
    <message>
      <source>{n} contacts from {first} to {last}; longest silence {days}</source>
      <translation>{first} 至 {last} 共 {n} 次沟通；最长 {days}没有联系</translation>
    </message>
    <message>
      <source>{n} days</source>
      <translation>{n} 天</translation>
    </message>
  </context>
  <context>
    <name>Welcome</name>
    <message>
      <source>A folder with a seal</source>
      <translation>带印章的文件夹</translation>
    </message>
    <message>
      <source>Keep every call and every proof</source>
      <translation>把每一次沟通和证据都留下来</translation>
    </message>
    <message>
      <source>Look at the sample case</source>
      <translation>先看看示例案件</translation>
    </message>
    <message>
      <source>Make your first case</source>
      <translation>新建第一个案件</translation>
    </message>
    <message>
      <source>No account, no network. Everything is kept in one folder that only you can read:</source>
      <translation>不需要账号，也不联网。全部内容都在一个只有您能读取的文件夹里：</translation>
    </message>
    <message>
      <source>Step by step from 'it will not open' to 'settled', with a record to print.</source>
      <translation>从“打不开”到“已解决”，一步一步来，最后有一份可以打印的记录。</translation>
    </message>
    <message>
      <source>Your data stays on this computer</source>
      <translation>数据只保存在这台电脑上</translation>
    </message>
  </context>
  <context>
    <name>Window</name>
    <message>
      <source>Choose a case on the left</source>
      <translation>请在左侧选择一个案件</translation>
    </message>
    <message>
      <source>Its next step, contacts, evidence and dossier appear here.</source>
      <translation>这里会显示它的下一步、沟通记录、证据和卷宗。</translation>
    </message>
  </context>
  <context>
    <name>Wizard</name>
    <message>
      <source>Add a person</source>
      <translation>添加联系人</translation>
    </message>
    <message>
      <source>Add evidence</source>
      <translation>添加证据</translation>
    </message>
    <message>
      <source>Added in this step: {n}</source>
      <translation>这一步已添加 {n} 份</translation>
    </message>
    <message>
      <source>An error message, an SMS, a statement. Originals stay as they are.</source>
      <translation>例如报错页面、短信、账单。原文件保持不变。</translation>
    </message>
    <message>
      <source>Answer promised by</source>
      <translation>承诺答复日期</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>日历</translation>
    </message>
    <message>
      <source>Checklist · {done} of {all}</source>
      <translation>清单 · {done} / {all}</translation>
    </message>
    <message>
      <source>Choose evidence</source>
      <translation>选择证据</translation>
    </message>
    <message>
      <source>Choose files…</source>
      <translation>选择文件…</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>请选择…</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>清除</translation>
    </message>
    <message>
      <source>Close anyway</source>
      <translation>仍然关闭</translation>
    </message>
    <message>
      <source>Close without keeping what you typed?</source>
      <translation>不保留已填内容并关闭吗？</translation>
    </message>
    <message>
      <source>Create case</source>
      <translation>创建案件</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>已完成</translation>
    </message>
    <message>
      <source>Done on {when}</source>
      <translation>完成于 {when}</translation>
    </message>
    <message>
      <source>Drop files anywhere on this page, or</source>
      <translation>可把文件拖到本页任意位置，或</translation>
    </message>
    <message>
      <source>Drop screenshots or files here</source>
      <translation>把截图或文件拖到这里</translation>
    </message>
    <message>
      <source>Earlier rounds</source>
      <translation>之前的记录</translation>
    </message>
    <message>
      <source>For example: solved by phone already</source>
      <translation>例如：电话已经解决</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>继续</translation>
    </message>
    <message>
      <source>Go to: {field}</source>
      <translation>前往：{field}</translation>
    </message>
    <message>
      <source>Good to know</source>
      <translation>提示</translation>
    </message>
    <message>
      <source>HH:MM</source>
      <translation>时:分</translation>
    </message>
    <message>
      <source>How did this step end?</source>
      <translation>这一步结果如何？</translation>
    </message>
    <message>
      <source>Keep it open</source>
      <translation>先不跳过</translation>
    </message>
    <message>
      <source>Longer than fits here; kept as typed. Please shorten it.</source>
      <translation>内容过长，已按原样保存，请适当缩短。</translation>
    </message>
    <message>
      <source>Mark done</source>
      <translation>标为完成</translation>
    </message>
    <message>
      <source>More advice ({n})</source>
      <translation>更多提示（{n}）</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>New case</source>
      <translation>新建案件</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>下一步</translation>
    </message>
    <message>
      <source>Next step</source>
      <translation>下一步</translation>
    </message>
    <message>
      <source>Next: {step}</source>
      <translation>下一步：{step}</translation>
    </message>
    <message>
      <source>No field was filled in.</source>
      <translation>没有填写内容。</translation>
    </message>
    <message>
      <source>None of the answers listed; kept as written.</source>
      <translation>不在所列选项中，已按原样保存。</translation>
    </message>
    <message>
      <source>Not a date yet; kept as typed. For example 2026-11-22.</source>
      <translation>还不是完整的日期，已按原样保存。例如 2026-11-22。</translation>
    </message>
    <message>
      <source>Not a phone number yet; kept as typed.</source>
      <translation>还不是完整的电话号码，已按原样保存。</translation>
    </message>
    <message>
      <source>Not a time yet; kept as typed. For example 14:05.</source>
      <translation>还不是完整的时间，已按原样保存。例如 14:05。</translation>
    </message>
    <message>
      <source>Not an amount yet; kept as typed. For example 1234.50.</source>
      <translation>还不是完整的金额，已按原样保存。例如 1234.50。</translation>
    </message>
    <message>
      <source>Not complete yet; kept as typed.</source>
      <translation>还不完整，已按原样保存。</translation>
    </message>
    <message>
      <source>Not saved yet: {reason}</source>
      <translation>尚未保存：{reason}</translation>
    </message>
    <message>
      <source>Nothing to do until {date}; then: {step}</source>
      <translation>{date} 之前无需处理，之后：{step}</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>现在</translation>
    </message>
    <message>
      <source>One line for your list. You can change it at any time.</source>
      <translation>写一行，方便在列表里辨认，以后可以随时修改。</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>未完成</translation>
    </message>
    <message>
      <source>Open the calendar</source>
      <translation>打开日历</translation>
    </message>
    <message>
      <source>Paste a screenshot</source>
      <translation>粘贴截图</translation>
    </message>
    <message>
      <source>Pasted picture {n}</source>
      <translation>粘贴的图片 {n}</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>电话</translation>
    </message>
    <message>
      <source>Please choose how it ended; then it can be recorded.</source>
      <translation>请先选择结果，然后即可记录。</translation>
    </message>
    <message>
      <source>Previous step</source>
      <translation>上一步</translation>
    </message>
    <message>
      <source>Record again</source>
      <translation>再记录一次</translation>
    </message>
    <message>
      <source>Remove this person</source>
      <translation>移除此人</translation>
    </message>
    <message>
      <source>Reopen to correct</source>
      <translation>重新打开以更正</translation>
    </message>
    <message>
      <source>Required</source>
      <translation>必填</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>身份</translation>
    </message>
    <message>
      <source>Round {n}</source>
      <translation>第 {n} 次</translation>
    </message>
    <message>
      <source>Round {n} · {when}</source>
      <translation>第 {n} 次 · {when}</translation>
    </message>
    <message>
      <source>Skip this step</source>
      <translation>跳过这一步</translation>
    </message>
    <message>
      <source>Skipped</source>
      <translation>已跳过</translation>
    </message>
    <message>
      <source>Skipped on {when}</source>
      <translation>跳过于 {when}</translation>
    </message>
    <message>
      <source>Skipped: {reason}</source>
      <translation>已跳过：{reason}</translation>
    </message>
    <message>
      <source>Skip…</source>
      <translation>跳过…</translation>
    </message>
    <message>
      <source>Step {n} of {all} · {phase}</source>
      <translation>第 {n} / {all} 步 · {phase}</translation>
    </message>
    <message>
      <source>Still empty, and usually asked for. You can finish without it:</source>
      <translation>以下内容还没填，通常会用到。不填也可以完成：</translation>
    </message>
    <message>
      <source>Take out: {name}</source>
      <translation>移除：{name}</translation>
    </message>
    <message>
      <source>The basics</source>
      <translation>基本信息</translation>
    </message>
    <message>
      <source>The case is closed. Nothing is left to do.</source>
      <translation>案件已结束，没有待办。</translation>
    </message>
    <message>
      <source>The draft could not be saved.</source>
      <translation>草稿未能保存。</translation>
    </message>
    <message>
      <source>The first evidence</source>
      <translation>第一份证据</translation>
    </message>
    <message>
      <source>The waiting counts up to this day. You can add it later.</source>
      <translation>等待会算到这一天，也可以以后再填。</translation>
    </message>
    <message>
      <source>There is no picture and no file in the clipboard.</source>
      <translation>剪贴板里没有图片或文件。</translation>
    </message>
    <message>
      <source>This list of people could not be read; kept as written.</source>
      <translation>这份联系人无法识别，已按原样保存。</translation>
    </message>
    <message>
      <source>Title of the case</source>
      <translation>案件标题</translation>
    </message>
    <message>
      <source>To be verified</source>
      <translation>待核实</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>今天</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>重试</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>What is it about?</source>
      <translation>是什么问题？</translation>
    </message>
    <message>
      <source>What is recorded</source>
      <translation>已记录的内容</translation>
    </message>
    <message>
      <source>What you typed is still here and will be saved with your next change.</source>
      <translation>您写的内容还在，下次修改时会再次保存。</translation>
    </message>
    <message>
      <source>Which flow</source>
      <translation>选择流程</translation>
    </message>
    <message>
      <source>Why is this step skipped?</source>
      <translation>为什么跳过这一步？</translation>
    </message>
    <message>
      <source>Worth keeping as evidence</source>
      <translation>建议留存的证据</translation>
    </message>
    <message>
      <source>Write a reason first</source>
      <translation>请先写明原因</translation>
    </message>
    <message>
      <source>YYYY-MM-DD</source>
      <translation>年-月-日</translation>
    </message>
    <message>
      <source>checked {date}</source>
      <translation>核对于 {date}</translation>
    </message>
    <message>
      <source>{n} of {all}</source>
      <translation>第 {n} 页，共 {all} 页</translation>
    </message>
    <message>
      <source>{step}: recorded</source>
      <translation>{step}：已记录</translation>
    </message>
    <message>
      <source>{step}: skipped</source>
      <translation>{step}：已跳过</translation>
    </message>
  </context>
</TS>
