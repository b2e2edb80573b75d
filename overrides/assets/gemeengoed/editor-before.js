// Decap begins by itself when it is loaded, unless this says that we do. And it shows text as it is written (Markdown) until
// somebody chooses otherwise: its other way to write changes what it does not know, such as footnotes.
window.CMS_MANUAL_INIT = true;
if (!localStorage.getItem("cms.md-mode")) localStorage.setItem("cms.md-mode", "raw");
