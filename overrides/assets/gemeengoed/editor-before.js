// Decap begins by itself when it is loaded, unless this says that we do. And it shows text as it is written (Markdown) until
// somebody chooses otherwise: its rich text writes tables anew, and a review then shows more than somebody changed.
window.CMS_MANUAL_INIT = true;
if (!localStorage.getItem("cms.md-mode")) localStorage.setItem("cms.md-mode", "raw");
