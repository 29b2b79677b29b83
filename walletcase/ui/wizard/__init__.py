"""The wizard: any step of any playbook as a form that saves itself, and the same first step as a short dialog."""
